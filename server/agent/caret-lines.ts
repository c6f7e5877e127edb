// Scanners for single lines of a frontmatter. All take time linear in the length of the line.
import type { Span } from '../text/span';

export const isBlank = (code: number): boolean => code === 32 || code === 9;

export const isSpaceTabOrEnd = (text: string, at: number, end: number): boolean =>
  at >= end || isBlank(text.charCodeAt(at));

/** A line without its line break, and the start of the next line. */
export interface Line extends Span {
  readonly next: number;
}

export function lineFrom(text: string, from: number, limit: number): Line {
  const lf = text.indexOf('\n', from);
  if (lf < 0 || lf >= limit) return { start: from, end: withoutCr(text, from, limit), next: limit };
  return { start: from, end: withoutCr(text, from, lf), next: lf + 1 };
}

/** The start of the line that contains the offset `at`. */
export const lineStart = (text: string, at: number): number =>
  at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;

const withoutCr = (text: string, start: number, end: number): number =>
  end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function trimSpaces(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The start of a comment: a `#` at `from` or after a space or tab. `end` if there is none. */
export function commentFrom(text: string, from: number, end: number): number {
  // Searching the text for the character would continue beyond the line, to the end of the prompt.
  for (let at = from; at < end; at++) {
    if (text.charCodeAt(at) === 35 && (at === from || isBlank(text.charCodeAt(at - 1)))) return at;
  }
  return end;
}

/** The offset of the quote that closes the quoted string at `from`; -1 if it is not closed before `end`. */
export function closingQuote(text: string, from: number, end: number): number {
  const closed = text.charAt(from) === '"' ? doubleClosed : singleClosed;
  const found = closed.exec(text.slice(from + 1, end));
  return found ? from + found[0].length : -1;
}

const doubleClosed = /^[^"\\]*(?:\\[\s\S][^"\\]*)*"/;
const singleClosed = /^[^']*(?:''[^']*)*'(?!')/;

export const isQuote = (char: string): char is '"' | "'" => char === '"' || char === "'";

export const isDash = (text: string, at: number, end: number): boolean =>
  text.charAt(at) === '-' && isSpaceTabOrEnd(text, at + 1, end);

/** Whether the line is clearly the next entry, so that a quote or bracket still open above it was left open by mistake. */
export function beginsEntry(text: string, line: Line, owner: number): boolean {
  const from = skipSpaces(text, line.start, line.end);
  if (from - line.start > owner || from === line.end) return false;
  if (isDash(text, from, line.end)) return true;
  let at = from;
  while (at < line.end && isWord(text.charCodeAt(at))) at++;
  return at > from && text.charAt(at) === ':' && isSpaceTabOrEnd(text, at + 1, line.end);
}

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 45 ||
  code === 95;

/** The content of a quoted string, for comparing names: only escaped quotes and backslashes are resolved. */
export const unquoted = (raw: string, quote: '' | '"' | "'"): string => {
  if (quote === "'") return raw.replaceAll("''", "'");
  return quote === '"' ? raw.replaceAll('\\"', '"').replaceAll('\\\\', '\\') : raw;
};

/** The lines of a span, without line breaks and surrounding spaces; blank lines are omitted. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const line = lineFrom(text, from, end);
    const first = skipSpaces(text, line.start, line.end);
    const last = trimSpaces(text, first, line.end);
    if (last > first) spans.push({ start: first, end: last });
    from = line.next;
  }
  return spans;
}

// A key at the start of a line, quoted or not.

/** A key as written. `span` excludes the quotes, `outer` includes them. */
export interface KeyToken {
  readonly span: Span;
  readonly outer: Span;
  readonly text: string;
  readonly quote: '' | '"' | "'";
}

export interface FoundKey {
  readonly key: KeyToken;
  /** Offset of the colon, or -1. */
  readonly colon: number;
  /** Where there is no colon, the end of the key: the start of a comment or the end of the line. */
  readonly rest: number;
}

/** The key that begins at `from` on the line that ends at `end`, with or without a colon. */
export function keyFrom(text: string, from: number, end: number): FoundKey {
  const quote = text.charAt(from);
  if (isQuote(quote)) return quotedKey(text, from, end, quote);
  const colon = colonFrom(text, from, end);
  // The value of a key is not searched for a comment here.
  const rest = commentFrom(text, from, colon < 0 ? end : colon);
  return colon >= 0 && rest === colon
    ? { key: plainKey(text, from, colon), colon, rest: end }
    : { key: plainKey(text, from, rest), colon: -1, rest };
}

/** The offset of the first colon that ends a key; -1 if there is none before `end`. */
function colonFrom(text: string, from: number, end: number): number {
  for (let at = text.indexOf(':', from); at >= 0 && at < end; at = text.indexOf(':', at + 1)) {
    if (isSpaceTabOrEnd(text, at + 1, end)) return at;
  }
  return -1;
}

function plainKey(text: string, start: number, until: number): KeyToken {
  const span = { start, end: trimSpaces(text, start, until) };
  return { span, outer: span, text: text.slice(span.start, span.end), quote: '' };
}

function quotedKey(text: string, from: number, end: number, quote: '"' | "'"): FoundKey {
  const close = closingQuote(text, from, end);
  const until = close < 0 ? end : close;
  const span = { start: from + 1, end: Math.max(until, from + 1) };
  const outer = { start: from, end: close < 0 ? end : close + 1 };
  const key = { span, outer, text: unquoted(text.slice(span.start, span.end), quote), quote };
  if (close < 0) return { key, colon: -1, rest: end };
  const next = skipSpaces(text, close + 1, end);
  const colon =
    text.charAt(next) === ':' && next < end && isSpaceTabOrEnd(text, next + 1, end) ? next : -1;
  return { key, colon, rest: commentFrom(text, close + 1, end) };
}
