// Messages that are shown instead of the graph.

import { t } from '../../words';
import type { FromPage } from '../messages';
import { element } from './element';

export const emptyNote = (count: number): HTMLElement =>
  element(
    'p',
    { class: 'empty' },
    count === 0 ? t('No agents in this workspace yet.') : t('No agents match the search.'),
  );

export function failedNote(message: string, send: (message: FromPage) => void): HTMLElement {
  const commandButton = (command: 'restart' | 'output', text: string): HTMLElement => {
    const button = element('button', { type: 'button', class: 'button' }, text);
    button.addEventListener('click', () => send({ type: 'command', command }));
    return button;
  };
  return element(
    'div',
    { class: 'failed', role: 'alert' },
    element('h1', {}, t('The graph could not be created')),
    element('p', {}, message),
    element(
      'p',
      {},
      commandButton('restart', t('Restart Dossier')),
      ' ',
      commandButton('output', t('Show Output')),
    ),
  );
}
