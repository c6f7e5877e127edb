// Renders the prompt with one node per block. Only the blocks that an edit affects are rendered again.
import { type Block, blocksAfter, blocksOf, definitionsIn, topHeadingIn } from '../prompt/blocks';
import { type Tree, treeOf } from '../prompt/tree';
import { applySplice, type Splice, spliceBetween } from '../splice';

interface RenderedBlock extends Block {
  /** Null for blank lines. */
  readonly node: HTMLElement | null;
}

export class Prompt {
  readonly #parent: HTMLElement;
  /** The text as received, and with normalized line breaks. */
  #received = '';
  #text = '';
  #rendered: readonly RenderedBlock[] = [];
  #definitions = '';
  #topHeading = 1;
  #firstLine = 0;

  constructor(parent: HTMLElement) {
    this.#parent = parent;
  }

  get text(): string {
    return this.#received;
  }

  clear(): void {
    this.#received = '';
    this.#text = '';
    this.#rendered = [];
    this.#parent.replaceChildren();
  }

  /** @param firstLine 0-based line of the file where the prompt starts @returns the new nodes */
  show(splice: Splice | null, firstLine: number): readonly HTMLElement[] {
    this.#firstLine = firstLine;
    if (!splice) return [];
    this.#received = applySplice(this.#received, splice);
    const text = this.#received.replaceAll(/\r\n?/g, '\n');
    const change = text === this.#text ? null : spliceBetween(this.#text, text);
    if (!change) return [];
    const blocks =
      this.#rendered.length === 0 ? blocksOf(text) : blocksAfter(this.#rendered, text, change);
    this.#text = text;
    return this.#render(blocks);
  }

  #render(blocks: readonly Block[]): readonly HTMLElement[] {
    const before = this.#rendered;
    const definitions = definitionsIn(blocks);
    const topHeading = topHeadingIn(blocks);
    const isSame = (one: Block | undefined, other: Block | undefined): boolean =>
      one !== undefined && one.raw === other?.raw && one.type === other.type;
    let head = 0;
    let tail = 0;
    if (definitions === this.#definitions && topHeading === this.#topHeading) {
      const shorter = Math.min(before.length, blocks.length);
      while (head < shorter && isSame(before[head], blocks[head])) head++;
      while (tail < shorter - head && isSame(before.at(-1 - tail), blocks.at(-1 - tail))) tail++;
    }
    this.#definitions = definitions;
    this.#topHeading = topHeading;
    const middle = blocks.slice(head, blocks.length - tail).map((block): RenderedBlock => {
      const tree = treeOf(block, definitions, topHeading);
      return { ...block, node: tree === null ? null : rootOf(tree) };
    });
    for (const { node } of before.slice(head, before.length - tail)) node?.remove();
    const rest = before.slice(before.length - tail);
    const following = rest.find(({ node }) => node)?.node ?? null;
    const nodes = middle.flatMap(({ node }) => node ?? []);
    const fragment = document.createDocumentFragment();
    fragment.append(...nodes);
    this.#parent.insertBefore(fragment, following);
    this.#rendered = [...before.slice(0, head), ...middle, ...rest];
    return nodes;
  }

  /** The 0-based line of the file where the part that contains `target` starts; null outside of all blocks. */
  lineOf(target: Element): number | null {
    let line = this.#firstLine;
    for (const { raw, node } of this.#rendered) {
      if (node?.contains(target)) {
        const part = target.closest<HTMLElement>('[data-offset]');
        return line + (part && node.contains(part) ? lineOffsetIn(part, node) : 0);
      }
      line += linesIn(raw);
    }
    return null;
  }

  /** The block that contains a line of the file. */
  blockAt(line: number): HTMLElement | null {
    let from = this.#firstLine;
    for (const { raw, node } of this.#rendered) {
      const to = from + linesIn(raw);
      if (line >= from && (line < to || (line === to && !raw.endsWith('\n')))) return node;
      from = to;
    }
    return null;
  }
}

/** Adds up the offsets, because those of a nested list are relative to its own start. */
function lineOffsetIn(part: HTMLElement, root: HTMLElement): number {
  let offset = 0;
  for (let at: HTMLElement | null | undefined = part; at && root.contains(at); ) {
    offset += Number(at.dataset.offset);
    at = at.parentElement?.closest<HTMLElement>('[data-offset]');
  }
  return offset;
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
  // Wide code scrolls, so the keyboard must reach it.
  if (tag === 'pre') element.tabIndex = 0;
  if (className) element.className = className;
  if (line !== undefined) element.dataset.offset = String(line);
  if (placeholder !== undefined) element.dataset.placeholder = placeholder;
  if (start !== undefined) element.setAttribute('start', String(start));
  if (href !== undefined && element instanceof HTMLAnchorElement) {
    element.href = href;
    element.title = href;
  }
  for (const child of children) element.append(nodeOf(child));
  return element;
}
