// The prompt in the page: a node a block, and only those blocks made anew that an edit has touched.
import { type Block, blocksAfter, blocksOf, definitionsIn } from '../prompt/blocks';
import { type Tree, treeOf } from '../prompt/tree';
import { type Splice, spliceBetween, spliced } from '../splice';

interface Drawn extends Block {
  /** Null for empty lines. */
  readonly node: HTMLElement | null;
}

export class Prompt {
  readonly #home: HTMLElement;
  /** As it was sent, and with one sign a line break. */
  #sent = '';
  #text = '';
  #drawn: readonly Drawn[] = [];
  #definitions = '';
  #firstLine = 0;

  constructor(home: HTMLElement) {
    this.#home = home;
  }

  get text(): string {
    return this.#sent;
  }

  clear(): void {
    this.#sent = '';
    this.#text = '';
    this.#drawn = [];
    this.#home.replaceChildren();
  }

  /** @param firstLine 0-based line of the file at which it begins. @returns the nodes that are new. */
  show(splice: Splice | null, firstLine: number): readonly HTMLElement[] {
    this.#firstLine = firstLine;
    if (!splice) return [];
    this.#sent = spliced(this.#sent, splice);
    const text = this.#sent.replaceAll(/\r\n?/g, '\n');
    const change = text === this.#text ? null : spliceBetween(this.#text, text);
    if (!change) return [];
    const blocks =
      this.#drawn.length === 0 ? blocksOf(text) : blocksAfter(this.#drawn, text, change);
    this.#text = text;
    return this.#draw(blocks);
  }

  #draw(blocks: readonly Block[]): readonly HTMLElement[] {
    const before = this.#drawn;
    const definitions = definitionsIn(blocks);
    const isSame = (one: Block | undefined, other: Block | undefined): boolean =>
      one !== undefined && one.raw === other?.raw && one.type === other.type;
    let head = 0;
    let tail = 0;
    if (definitions === this.#definitions) {
      const shorter = Math.min(before.length, blocks.length);
      while (head < shorter && isSame(before[head], blocks[head])) head++;
      while (tail < shorter - head && isSame(before.at(-1 - tail), blocks.at(-1 - tail))) tail++;
    }
    this.#definitions = definitions;
    const middle = blocks.slice(head, blocks.length - tail).map((block): Drawn => {
      const tree = treeOf(block, definitions);
      return { ...block, node: tree === null ? null : rootOf(tree) };
    });
    for (const { node } of before.slice(head, before.length - tail)) node?.remove();
    const rest = before.slice(before.length - tail);
    const behind = rest.find(({ node }) => node)?.node ?? null;
    const nodes = middle.flatMap(({ node }) => node ?? []);
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes);
    this.#home.insertBefore(fragment, behind);
    this.#drawn = [...before.slice(0, head), ...middle, ...rest];
    return nodes;
  }

  /** 0-based line of the file at which the part around `target` begins; null outside of all blocks. */
  lineOf(target: Element): number | null {
    let line = this.#firstLine;
    for (const { raw, node } of this.#drawn) {
      if (node?.contains(target)) {
        const part = target.closest<HTMLElement>('[data-below]');
        return line + (part && node.contains(part) ? belowIn(part, node) : 0);
      }
      line += linesIn(raw);
    }
    return null;
  }

  /** The block that holds a line of the file. */
  blockAt(line: number): HTMLElement | null {
    let from = this.#firstLine;
    for (const { raw, node } of this.#drawn) {
      const to = from + linesIn(raw);
      if (line >= from && (line < to || (line === to && !raw.endsWith('\n')))) return node;
      from = to;
    }
    return null;
  }
}

/** A list within a list counts from its own beginning. */
function belowIn(part: HTMLElement, root: HTMLElement): number {
  let below = 0;
  for (let at: HTMLElement | null | undefined = part; at && root.contains(at); ) {
    below += Number(at.dataset.below);
    at = at.parentElement?.closest<HTMLElement>('[data-below]');
  }
  return below;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function rootOf(tree: Tree): HTMLElement {
  const node = nodeOf(tree);
  if (node instanceof HTMLElement) return node;
  const paragraph = document.createElement('p');
  paragraph.append(node);
  return paragraph;
}

function nodeOf(tree: Tree): Node {
  if (typeof tree === 'string') return new Text(tree);
  const { tag, children, className, href, placeholder, line, start } = tree;
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (line !== undefined) element.dataset.below = String(line);
  if (placeholder !== undefined) element.dataset.placeholder = placeholder;
  if (start !== undefined) element.setAttribute('start', String(start));
  if (href !== undefined && element instanceof HTMLAnchorElement) {
    element.href = href;
    element.title = href;
  }
  for (const child of children) element.append(nodeOf(child));
  return element;
}
