// What stands in place of a picture.
import type { FromPage } from '../messages';
import { element } from './element';

export const emptyNote = (count: number): HTMLElement =>
  element(
    'p',
    { class: 'empty' },
    count === 0 ? 'No agents in this workspace yet.' : 'No agent has all of these words.',
  );

export function failedNote(message: string, send: (message: FromPage) => void): HTMLElement {
  const press = (command: 'restart' | 'output', text: string): HTMLElement => {
    const button = element('button', { type: 'button', class: 'press' }, text);
    button.addEventListener('click', () => send({ type: 'command', command }));
    return button;
  };
  return element(
    'div',
    { class: 'failed', role: 'alert' },
    element('h1', {}, 'The graph could not be made'),
    element('p', {}, message),
    element('p', {}, press('restart', 'Restart Dossier'), ' ', press('output', 'Show its output')),
  );
}
