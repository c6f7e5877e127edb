// Sends the view to the webview, limited to the parts that have changed since the last message.
import { announcement, pageOf } from './html';
import type { PersonaState, ToPage } from './messages';
import { spliceBetween } from './splice';
import { shownHost, type View } from './view';

export class Sender {
  readonly #post: (message: ToPage) => unknown;
  #parts: Readonly<Record<string, string>> = {};
  #prompt = '';
  #rest = '';
  #isFresh = true;

  constructor(post: (message: ToPage) => unknown) {
    this.#post = post;
  }

  /** Forgets what was sent, because the page has been reloaded. */
  reset(): void {
    this.#parts = {};
    this.#prompt = '';
    this.#rest = '';
    this.#isFresh = true;
  }

  show(view: View, state: PersonaState | undefined, caret: number | null): void {
    const { top, panel, tab } = pageOf(view);
    const agent = view.kind === 'card' ? shownHost(view)?.agent : undefined;
    const prompt = view.kind === 'card' && agent ? view.prompt : '';
    const all = { ...top, ...panel };
    const parts = Object.fromEntries(
      Object.entries(all).filter(([name, html]) => this.#parts[name] !== html),
    );
    const rest = {
      top: Object.keys(top),
      panel: Object.keys(panel),
      tab,
      // Without an agent, there is no prompt.
      promptLine: agent && prompt !== '' ? agent.promptLine : -1,
      announce: announcement(view),
      state,
    };
    const splice = spliceBetween(this.#prompt, prompt);
    const isSame = JSON.stringify(rest) === this.#rest;
    this.#parts = all;
    this.#prompt = prompt;
    this.#rest = JSON.stringify(rest);
    if (isSame && splice === null && Object.keys(parts).length === 0) return;
    this.#post({ type: 'show', isFresh: this.#isFresh, ...rest, parts, prompt: splice, caret });
    this.#isFresh = false;
  }
}
