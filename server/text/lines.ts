// Offsets to lines and back. Only lsp/ and cli/ speak of lines; everything else counts offsets.
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
  const starts = [0];
  /** Most ask for the first lines only: a file is searched no further than it is asked about. */
  let searched = 0;
  /** Until so much of the text is searched, and so many lines are found. */
  const search = (offset: number, lines: number): void => {
    while (searched < text.length && (searched <= offset || starts.length < lines)) {
      lineBreak.lastIndex = searched;
      const found = lineBreak.test(text);
      searched = found ? lineBreak.lastIndex : text.length;
      if (found) starts.push(searched);
    }
  };
  const lineAt = (offset: number): number => {
    search(offset, 0);
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return Math.max(0, low - 1);
  };
  const positionAt = (offset: number): Position => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const line = lineAt(clamped);
    return { line, character: clamped - (starts[line] ?? 0) };
  };
  const line = (index: number): Span => {
    search(-1, index + 2);
    const start = starts[index] ?? text.length;
    let end = starts[index + 1] ?? text.length;
    while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
    return { start, end };
  };
  return {
    positionAt,
    line,
    get count() {
      search(text.length, 0);
      return starts.length;
    },
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    offsetAt: ({ line: index, character }) => {
      search(-1, index + 1);
      if (index >= starts.length) return text.length;
      const { start, end } = line(index);
      return Math.min(start + Math.max(0, character), end);
    },
  };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

const lineBreak = /\r\n|\r|\n/g;
