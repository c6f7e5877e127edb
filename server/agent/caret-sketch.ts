// The sketch of a frontmatter: its keys, items and the extents of their values, derived from lines and indentation. Unlike
// the YAML tree it remains usable with incomplete lines.
import { memoize } from '../text/memoize';
import type { Span } from '../text/span';
import { type Content, contentFrom } from './caret-content';
import { isDash, keyFrom, type Line, lineFrom, skipSpaces } from './caret-lines';
import type { Outline } from './outline';
import type { Level, Sketch, Slot } from './sketch-types';

interface OpenLevel extends Level {
  readonly parent: OpenLevel | null;
  readonly slots: Slot[];
  indent: number;
}

/** Deeper levels are merged, because the paths would take quadratic space. */
const maxDepth = 100;

/** The sketch of the outline's frontmatter, or of its TOML, computed on first use. */
export const sketchOf = memoize(
  ({ text, head, sketch }: Outline): Sketch => sketch ?? new Sketcher(text, head).sketch(),
);

class Sketcher {
  private readonly slots: Slot[] = [];
  private readonly comments: Span[] = [];
  private readonly root: OpenLevel = {
    kind: 'map',
    path: [],
    indent: 0,
    parent: null,
    owner: null,
    slots: [],
  };
  private top: OpenLevel = this.root;
  private readonly text: string;
  private readonly head: Span;

  constructor(text: string, head: Span) {
    this.text = text;
    this.head = head;
  }

  sketch(): Sketch {
    for (let from = this.head.start; from < this.head.end; ) {
      const line = lineFrom(this.text, from, this.head.end);
      const first = skipSpaces(this.text, line.start, line.end);
      if (first === line.end) from = line.next;
      else if (this.text.charAt(first) === '#') {
        this.comments.push({ start: first, end: line.end });
        from = line.next;
      } else from = this.entry(line, first);
    }
    return { slots: this.slots, root: this.root, comments: this.comments };
  }

  /** Reads an entry from its first character, with all lines of its value. @returns the start of the next line. */
  private entry(line: Line, first: number): number {
    let at = first;
    while (isDash(this.text, at, line.end)) {
      const rest = skipSpaces(this.text, at + 1, line.end);
      const column = at - line.start;
      const content = this.holdsEntry(rest, line.end)
        ? ({ form: 'nested', end: rest } as const)
        : contentFrom(this.text, at + 1, line, column, this.head.end);
      this.item(at, column, content);
      if (content.form !== 'nested') return content.next;
      if (this.top.path.length > maxDepth) return line.next;
      at = rest;
    }
    return this.key(line, at);
  }

  private holdsEntry(from: number, end: number): boolean {
    if (isDash(this.text, from, end)) return true;
    return !'[{|>#'.includes(this.text.charAt(from)) && keyFrom(this.text, from, end).colon >= 0;
  }

  private item(at: number, column: number, content: Content): void {
    const list = this.listAt(column);
    const path = [...list.path, list.slots.length];
    this.add(
      list,
      { path, key: null, start: at, indent: column, after: at + 1, hasColon: false },
      content,
    );
  }

  private key(line: Line, at: number): number {
    const { text, head } = this;
    const column = at - line.start;
    if (text.charAt(at) === '[' || text.charAt(at) === '{') {
      const content = contentFrom(text, at, line, -1, head.end);
      this.add(
        this.root,
        { path: [], key: null, start: at, indent: column, after: at, hasColon: true },
        content,
      );
      return content.next;
    }
    const { key, colon, rest } = keyFrom(text, at, line.end);
    const hasColon = colon >= 0;
    const level = hasColon ? this.mapAt(column) : this.typingAt(column);
    const after = hasColon ? colon + 1 : rest;
    const content = hasColon
      ? contentFrom(text, after, line, column, head.end)
      : contentFrom(text, line.end, line, column, head.end);
    const comment =
      hasColon || rest === line.end ? undefined : { comment: { start: rest, end: line.end } };
    this.add(
      level,
      { path: [...level.path, key.text], key, start: at, indent: column, after, hasColon },
      { ...content, ...comment },
    );
    return content.next;
  }

  private add(
    level: OpenLevel,
    slot: Omit<Slot, 'level' | 'content' | 'end'>,
    content: Content,
  ): void {
    const { path, key, start, indent, after, hasColon } = slot;
    const { end } = content;
    const whole: Slot = { level, path, key, start, indent, after, hasColon, content, end };
    level.slots.push(whole);
    this.slots.push(whole);
  }

  private listAt(column: number): OpenLevel {
    this.leave((level) => level.indent > column);
    const { top } = this;
    if (top.kind === 'list' && top.indent === column) return top;
    return this.enter('list', column);
  }

  private mapAt(column: number): OpenLevel {
    this.leave(
      (level) => level.indent > column || (level.kind === 'list' && level.indent === column),
    );
    const { top, root } = this;
    if (root.slots.length === 0) root.indent = column;
    const isHere =
      top.kind === 'map' && (top.indent === column || (top === root && column < root.indent));
    return isHere ? top : this.enter('map', column);
  }

  /** The level for a key without a colon. It is still being typed and must not affect the lines below it. */
  private typingAt(column: number): OpenLevel {
    let level: OpenLevel | null = this.top;
    while (level && level.indent > column) level = level.parent;
    if (level?.kind !== 'list' || level.indent !== column) return this.mapAt(column);
    const { parent } = level;
    if (parent?.indent === column) return this.mapAt(column);
    return {
      kind: 'map',
      path: level.path,
      indent: column,
      parent,
      owner: level.owner,
      slots: [],
      sibling: level,
    };
  }

  private enter(kind: 'map' | 'list', indent: number): OpenLevel {
    const parent = this.top;
    if (parent.path.length > maxDepth) return parent;
    const owner = parent.slots.at(-1) ?? null;
    this.top = { kind, path: owner?.path ?? parent.path, indent, parent, owner, slots: [] };
    return this.top;
  }

  private leave(isOver: (level: OpenLevel) => boolean): void {
    while (this.top.parent && isOver(this.top)) this.top = this.top.parent;
  }
}
