// The parts of the page: each in a place of its own, changed only where it has changed.
import type { ToPage } from '../messages';
import { patchChildren } from './patch';

type Shown = Extract<ToPage, { type: 'show' }>;

export class Parts {
  readonly #top: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #prompt: HTMLElement;
  readonly #places = new Map<string, HTMLElement>();

  constructor(top: HTMLElement, panel: HTMLElement, prompt: HTMLElement) {
    this.#top = top;
    this.#panel = panel;
    this.#prompt = prompt;
  }

  /** @returns the places in which something has changed. */
  show({ top, panel, parts, tab, promptLine }: Shown): readonly HTMLElement[] {
    const wanted = new Set([...top, ...panel]);
    for (const [name, place] of this.#places)
      if (!wanted.has(name)) {
        place.remove();
        this.#places.delete(name);
      }
    this.#order(this.#top, top, null);
    this.#order(this.#panel, panel, this.#prompt);
    this.#panel.hidden = panel.length === 0;
    this.#prompt.hidden = promptLine < 0;
    if (tab === undefined) this.#panel.removeAttribute('aria-labelledby');
    else this.#panel.setAttribute('aria-labelledby', tab);
    return Object.entries(parts).flatMap(([name, html]) => {
      const place = this.#places.get(name);
      if (!place) return [];
      patchChildren(place, new DOMParser().parseFromString(html, 'text/html').body);
      return [place];
    });
  }

  #order(home: HTMLElement, names: readonly string[], behind: Node | null): void {
    let at: Node | null = home.firstChild;
    for (const name of names) {
      const place = this.#places.get(name) ?? document.createElement('div');
      place.dataset.part = name;
      this.#places.set(name, place);
      if (place === at) at = place.nextSibling;
      else home.insertBefore(place, at ?? behind);
    }
  }
}
