// A key at the start of a line, quoted or not.
import type { Span } from '../text/span';
import {
  closingQuote,
  commentFrom,
  isQuote,
  isSpaceTabOrEnd,
  skipSpaces,
  trimSpaces,
  unquoted,
} from './caret-lines';

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
  /** The end of the key on a line without a colon: the start of a comment or the end of the line. */
  readonly rest: number;
}

/** The key that begins at `from` on the line that ends at `end`, with or without a colon. */
export function keyFrom(text: string, from: number, end: number): FoundKey {
  const quote = text.charAt(from);
  if (isQuote(quote)) return quotedKey(text, from, end, quote);
  const rest = commentFrom(text, from, end);
  for (let at = text.indexOf(':', from); at >= 0 && at < rest; at = text.indexOf(':', at + 1)) {
    if (isSpaceTabOrEnd(text, at + 1, end))
      return { key: plainKey(text, from, at), colon: at, rest };
  }
  return { key: plainKey(text, from, rest), colon: -1, rest };
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
