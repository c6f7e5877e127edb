// What stands above the picture and below it: search, folders, size, and what the signs mean.

import { t } from '../../words';
import { element } from './element';

export interface Bar {
  readonly bar: HTMLElement;
  readonly legend: HTMLElement;
  readonly search: HTMLInputElement;
  readonly folders: HTMLButtonElement;
  /** Told to those who hear the page when it changes. */
  readonly summary: HTMLElement;
}

export type Press = 'folders' | 'smaller' | 'larger' | 'fit';

export function barWith(press: (what: Press) => void): Bar {
  const search = element('input', {
    id: 'search',
    type: 'search',
    placeholder: t('Find agents, tools, folders'),
    'aria-label': t('Find agents by name, tool, host or folder'),
    spellcheck: 'false',
  });
  const button = (what: Press, label: string, text: string): HTMLButtonElement => {
    const made = element(
      'button',
      { id: what, type: 'button', class: 'press', title: label },
      text,
    );
    if (text !== label) made.setAttribute('aria-label', label);
    made.addEventListener('click', () => press(what));
    return made;
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

const signs = (): readonly (readonly [kind: string, sign: string, says: string])[] => [
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
    ...signs().map(([kind, sign, says]) =>
      element(
        'li',
        {},
        element('span', { class: `sign ${kind}`, 'aria-hidden': 'true' }, sign),
        says,
      ),
    ),
  );
