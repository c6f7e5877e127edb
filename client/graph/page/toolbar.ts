// The toolbar above the graph (search, folders, zoom) and the legend below it.

import { t } from '../../l10n';
import type { LegendEntry } from '../legend';
import { element } from './element';

export interface Toolbar {
  readonly bar: HTMLElement;
  readonly legend: HTMLElement;
  readonly search: HTMLInputElement;
  readonly folders: HTMLButtonElement;
  /** A live region that screen readers announce when it changes. */
  readonly summary: HTMLElement;
}

export type ToolbarAction = 'folders' | 'smaller' | 'larger' | 'fit';

export function createToolbar(onAction: (action: ToolbarAction) => void): Toolbar {
  const search = element('input', {
    id: 'search',
    type: 'search',
    placeholder: t('Find agents, tools, folders'),
    'aria-label': t('Find agents by name, tool, host or folder'),
    spellcheck: 'false',
  });
  const button = (action: ToolbarAction, label: string, text: string): HTMLButtonElement => {
    const created = element(
      'button',
      { id: action, type: 'button', class: 'button', title: label },
      text,
    );
    if (text !== label) created.setAttribute('aria-label', label);
    created.addEventListener('click', () => onAction(action));
    return created;
  };
  const folders = button('folders', t('Collapse All Folders'), t('Collapse All Folders'));
  const summary = element('p', { id: 'summary', role: 'status' });
  const bar = element(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': t('Delegation graph') },
    search,
    summary,
    folders,
    button('smaller', t('Zoom Out (-)'), '−'),
    button('larger', t('Zoom In (+)'), '+'),
    button('fit', t('Zoom to Fit (0)'), t('Fit')),
  );
  const legend = element('ul', { class: 'legend', 'aria-label': t('Legend') });
  return { bar, legend, search, folders, summary };
}

/** Fills the legend, which is hidden while there is nothing to explain. */
export function fillLegend(legend: HTMLElement, entries: readonly LegendEntry[]): void {
  legend.hidden = entries.length === 0;
  legend.replaceChildren(
    ...entries.map(({ kind, symbol, label }) =>
      element(
        'li',
        {},
        element('span', { class: `symbol ${kind}`, 'aria-hidden': 'true' }, symbol),
        label,
      ),
    ),
  );
}
