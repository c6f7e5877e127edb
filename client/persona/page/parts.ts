// The parts of the page. Each has its own container and is only patched when it changes.
import type { ToPage } from '../messages';
import { patchChildren } from './patch';

type ShowMessage = Extract<ToPage, { type: 'show' }>;

export class Parts {
  readonly #top: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #prompt: HTMLElement;
  readonly #containers = new Map<string, HTMLElement>();

  constructor(top: HTMLElement, panel: HTMLElement, prompt: HTMLElement) {
    this.#top = top;
    this.#panel = panel;
    this.#prompt = prompt;
  }

  /** @returns the containers of the changed parts */
  show({ top, panel, parts, tab, promptLine }: ShowMessage): readonly HTMLElement[] {
    const current = new Set([...top, ...panel]);
    for (const [name, container] of this.#containers)
      if (!current.has(name)) {
        container.remove();
        this.#containers.delete(name);
      }
    this.#order(this.#top, top, null);
    this.#order(this.#panel, panel, this.#prompt);
    this.#panel.hidden = panel.length === 0;
    this.#prompt.hidden = promptLine < 0;
    if (tab === undefined) this.#panel.removeAttribute('aria-labelledby');
    else this.#panel.setAttribute('aria-labelledby', tab);
    return Object.entries(parts).flatMap(([name, html]) => {
      const container = this.#containers.get(name);
      if (!container) return [];
      patchChildren(container, new DOMParser().parseFromString(html, 'text/html').body);
      return [container];
    });
  }

  #order(parent: HTMLElement, names: readonly string[], last: Node | null): void {
    let at: Node | null = parent.firstChild;
    for (const name of names) {
      const container = this.#containers.get(name) ?? document.createElement('div');
      container.dataset.part = name;
      this.#containers.set(name, container);
      if (container === at) at = container.nextSibling;
      else parent.insertBefore(container, at ?? last);
    }
  }
}
