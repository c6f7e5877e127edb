// Sends the page what there is to show, and of that only what has changed since it was sent last.
import { announcement, pageOf } from './html';
import type { Kept, ToPage } from './messages';
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

  /** The page was made anew and has nothing. */
  forget(): void {
    this.#parts = {};
    this.#prompt = '';
    this.#rest = '';
    this.#isFresh = true;
  }

  show(view: View, kept: Kept | undefined, caret: number | null): void {
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
      // There is no prompt where there is no agent.
      promptLine: agent && prompt !== '' ? agent.promptLine : -1,
      announce: announcement(view),
      kept,
    };
    const splice = spliceBetween(this.#prompt, prompt);
    const isSame = JSON.stringify(rest) === this.#rest;
    this.#parts = all;
    this.#prompt = prompt;
    this.#rest = JSON.stringify(rest);
    if (isSame && splice === null && Object.keys(parts).length === 0) return;
    this.#post({ type: 'show', fresh: this.#isFresh, ...rest, parts, prompt: splice, caret });
    this.#isFresh = false;
  }
}
