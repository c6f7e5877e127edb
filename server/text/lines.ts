// Converts between offsets and lines. Only lsp/ and cli/ use lines; everything else uses offsets.
import type { Span } from './span';

/** 0-based; `character` counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  rangeOf(span: Span): Range;
  /** The span of a line without its line break. */
  line(index: number): Span;
  readonly count: number;
}

/** Line breaks are LF, CRLF and lone CR, as in the language server protocol. */
export function linesOf(text: string): Lines {
  return new TextLines(text);
}

class TextLines implements Lines {
  readonly text: string;
  private readonly starts = [0];
  /** Only the first lines are needed most of the time, so line breaks are searched no further than necessary. */
  private searched = 0;
  /** The last line found: the next offset is often on it. */
  private near = 0;

  constructor(text: string) {
    this.text = text;
  }

  get count(): number {
    this.search(this.text.length, 0);
    return this.starts.length;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  offsetAt({ line: index, character }: Position): number {
    this.search(-1, index + 1);
    if (index >= this.starts.length) return this.text.length;
    const { start, end } = this.line(index);
    return Math.min(start + Math.max(0, character), end);
  }

  line(index: number): Span {
    this.search(-1, index + 2);
    const start = this.startOf(index);
    let end = this.startOf(index + 1);
    while (end > start && isBreak(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  private lineAt(offset: number): number {
    this.search(offset, 0);
    const { starts, near } = this;
    if (this.startOf(near) <= offset && offset < this.startOf(near + 1)) return near;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) > offset) high = middle;
      else low = middle + 1;
    }
    this.near = Math.max(0, low - 1);
    return this.near;
  }

  /** The start of a line within the searched part; the end of the text for later lines. */
  private startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Searches on until the offset is reached and that many lines are found. */
  private search(offset: number, lines: number): void {
    const { text, starts } = this;
    while (this.searched < text.length && (this.searched <= offset || starts.length < lines)) {
      lineBreak.lastIndex = this.searched;
      const found = lineBreak.test(text);
      this.searched = found ? lineBreak.lastIndex : text.length;
      if (found) starts.push(this.searched);
    }
  }
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

const lineBreak = /\r\n|\r|\n/g;
