// The parts of the page. Each has its own container and is only patched when it changes.
import type { ToPage } from '../messages';

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

/** Attributes that the user changes. They are not updated. */
const userAttributes: ReadonlySet<string> = new Set(['open', 'value']);

/**
 * Updates the children of `live` to match those of `next` by changing only the differences, so that the focus and entered text
 * are kept and nothing flickers. Moves nodes out of `next`.
 */
function patchChildren(live: Element, next: Element): void {
  const nodes = [...next.childNodes];
  for (const [n, node] of nodes.entries()) {
    const existing = live.childNodes[n];
    if (!existing) live.append(node);
    else if (!canPatch(existing, node)) existing.replaceWith(node);
    else if (existing instanceof Element && node instanceof Element) patch(existing, node);
    else if (existing.nodeValue !== node.nodeValue) existing.nodeValue = node.nodeValue;
  }
  while (live.childNodes.length > nodes.length) live.lastChild?.remove();
}

function patch(live: Element, next: Element): void {
  for (const { name, value } of next.attributes)
    if (!userAttributes.has(name) && live.getAttribute(name) !== value)
      live.setAttribute(name, value);
  for (const { name } of [...live.attributes])
    if (!userAttributes.has(name) && !next.hasAttribute(name)) live.removeAttribute(name);
  patchChildren(live, next);
}

/** Elements with different IDs are replaced instead of patched, because one of them may have the focus. */
const canPatch = (one: Node, other: Node): boolean =>
  one.nodeType === other.nodeType &&
  one.nodeName === other.nodeName &&
  (!(one instanceof Element && other instanceof Element) || one.id === other.id);
