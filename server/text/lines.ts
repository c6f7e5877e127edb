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
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => {
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
    const start = starts[index] ?? text.length;
    let end = starts[index + 1] ?? text.length;
    while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
    return { start, end };
  };
  return {
    positionAt,
    line,
    count: starts.length,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
    offsetAt: ({ line: index, character }) => {
      if (index >= starts.length) return text.length;
      const { start, end } = line(index);
      return Math.min(start + Math.max(0, character), end);
    },
  };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (isBreak(code)) starts.push(i + 1);
  }
  return starts;
}
