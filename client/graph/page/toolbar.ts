// The toolbar above the graph (search, folders, zoom) and the legend below it.

import { t } from '../../l10n';
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
  return { bar, legend: legend(), search, folders, summary };
}

const legendEntries = (): readonly (readonly [kind: string, symbol: string, label: string])[] => [
  ['calls', '', t('may call')],
  ['asks', '', t('may call after approval')],
  ['handoff', '', t('hands off')],
  ['escalation', '!', t('callee has more permissions')],
  ['cycle', '↻', t('part of a cycle')],
];

const legend = (): HTMLElement =>
  element(
    'ul',
    { class: 'legend', 'aria-label': t('Legend') },
    ...legendEntries().map(([kind, symbol, label]) =>
      element(
        'li',
        {},
        element('span', { class: `symbol ${kind}`, 'aria-hidden': 'true' }, symbol),
        label,
      ),
    ),
  );
