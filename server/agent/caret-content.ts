// The value after a colon or a dash, and where it ends if quotes or brackets are not closed.
import type { Span } from '../text/span';
import { endOfFlow } from './caret-flow';
import {
  beginsEntry,
  closingQuote,
  commentFrom,
  isDash,
  isQuote,
  keyFrom,
  type Line,
  lineFrom,
  skipSpaces,
  trimSpaces,
} from './caret-lines';

interface Extent {
  /** The end of its last line, without the line break. */
  readonly end: number;
  /** The start of the next line. */
  readonly next: number;
  /** The comment after the value, on its last line. */
  readonly comment?: Span;
}

export type Content =
  | ({ readonly form: 'none' } & Extent)
  /** A dash before a key or another dash. */
  | { readonly form: 'nested'; readonly end: number; readonly comment?: Span }
  | ({ readonly form: 'plain'; readonly span: Span } & Extent)
  /** `span` includes the quotes, `inner` does not. */
  | ({
      readonly form: 'quoted';
      readonly span: Span;
      readonly inner: Span;
      readonly quote: '"' | "'";
    } & Extent)
  | ({ readonly form: 'flow'; readonly span: Span } & Extent)
  /** `span` is the text below the header, from the start of its first line; empty where there is none yet. */
  | ({ readonly form: 'block'; readonly header: Span; readonly span: Span } & Extent);

type ValueContent = Exclude<Content, { form: 'nested' }>;

/**
 * The content after the offset `after` on `line`.
 * @param owner the column of the key or dash: lines that are indented further belong to it. -1 without a key or dash.
 */
export function contentFrom(
  text: string,
  after: number,
  line: Line,
  owner: number,
  limit: number,
): ValueContent {
  const start = pastProperties(text, skipSpaces(text, after, line.end), line.end);
  if (start >= line.end) {
    const none = { form: 'none', end: line.end, next: line.next } as const;
    return below(text, line, owner, limit) ?? none;
  }
  const first = text.charAt(start);
  if (first === '#' && start > after) return { form: 'none', ...restOf(text, start, line) };
  if (isQuote(first)) return quoted(text, start, line, owner, limit, first);
  if (first === '[' || first === '{') return flow(text, start, line, owner, limit);
  if (first === '|' || first === '>') {
    const header = blockHeader(text, start, line.end);
    if (header) return block(text, header, line, owner, limit);
  }
  return plain(text, start, line, owner, limit);
}

/** Longer quoted strings are sentences; quoted keys are patterns of commands and paths. UTF-16 units. */
const maxQuotedKey = 40;

/**
 * A value that begins on a line below its key: brackets, quotes or a sentence. A single word there is treated as a key that is
 * being typed.
 */
function below(text: string, line: Line, owner: number, limit: number): ValueContent | null {
  let next = line;
  let first = line.end;
  while (first === next.end && next.next < limit) {
    next = lineFrom(text, next.next, limit);
    first = skipSpaces(text, next.start, next.end);
  }
  if (first === next.end || first - next.start <= owner || isDash(text, first, next.end))
    return null;
  const char = text.charAt(first);
  if (char === '[' || char === '{') return flow(text, first, next, owner, limit);
  const { key, colon } = keyFrom(text, first, next.end);
  if (colon >= 0 || '#|>&!'.includes(char)) return null;
  if (isQuote(char))
    return key.text.length > maxQuotedKey ? quoted(text, first, next, owner, limit, char) : null;
  return /\s/.test(key.text) ? plain(text, first, next, owner, limit) : null;
}

/** Skips tags and anchors such as `!!str` and `&anchor`, unless nothing follows them. */
function pastProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charAt(at) === '!' || text.charAt(at) === '&')) {
    while (at < end && text.charAt(at) !== ' ' && text.charAt(at) !== '\t') at++;
    const next = skipSpaces(text, at, end);
    if (next === end) return from;
    at = next;
  }
  return at;
}

function restOf(text: string, from: number, line: Line): Extent {
  const comment = commentFrom(text, from, line.end);
  if (comment === line.end) return { end: line.end, next: line.next };
  return { end: line.end, next: line.next, comment: { start: comment, end: line.end } };
}

function blockHeader(text: string, start: number, end: number): Span | null {
  let at = start + 1;
  while (at < end && at < start + 3 && '+-0123456789'.includes(text.charAt(at))) at++;
  const rest = skipSpaces(text, at, end);
  const isOver = rest === end || (text.charAt(rest) === '#' && rest > at);
  return isOver ? { start, end: at } : null;
}

function block(text: string, header: Span, line: Line, owner: number, limit: number): ValueContent {
  let { next } = line;
  let end = line.next;
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    const first = skipSpaces(text, below.start, below.end);
    if (first < below.end) {
      if (first - below.start <= owner) break;
      ({ end, next } = below);
    }
    from = below.next;
  }
  const own = restOf(text, header.end, line);
  const span = { start: line.next, end };
  if (next === line.next)
    return { form: 'block', header, span: { start: line.next, end: line.next }, ...own };
  return { form: 'block', header, span, ...own, end, next };
}

function plain(
  text: string,
  start: number,
  line: Line,
  owner: number,
  limit: number,
): ValueContent {
  const rest = restOf(text, start, line);
  const end = trimSpaces(text, start, rest.comment?.start ?? line.end);
  if (rest.comment) return { form: 'plain', span: { start, end }, ...rest };
  let last = line;
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    const first = skipSpaces(text, below.start, below.end);
    if (first < below.end) {
      if (!continues(text, first, below, owner)) break;
      last = below;
    }
    from = below.next;
  }
  const lastRest = last === line ? rest : restOf(text, last.start, last);
  return {
    form: 'plain',
    span: { start, end: trimSpaces(text, start, lastRest.comment?.start ?? last.end) },
    ...lastRest,
  };
}

/** A line that looks like an entry is treated as one: it probably existed before the text above was typed. */
function continues(text: string, first: number, line: Line, owner: number): boolean {
  if (first - line.start <= owner || text.charAt(first) === '#') return false;
  return !isDash(text, first, line.end) && !beginsEntry(text, line, Number.MAX_SAFE_INTEGER);
}

function quoted(
  text: string,
  start: number,
  line: Line,
  owner: number,
  limit: number,
  quote: '"' | "'",
): ValueContent {
  const here = closingQuote(text, start, line.end);
  const close = here < 0 ? closingQuote(text, start, reach(text, line, owner, limit)) : here;
  if (close < 0) {
    const span = { start, end: line.end };
    return {
      form: 'quoted',
      span,
      inner: { start: start + 1, end: line.end },
      quote,
      end: line.end,
      next: line.next,
    };
  }
  const last = lineFrom(text, close, limit);
  return {
    form: 'quoted',
    span: { start, end: close + 1 },
    inner: { start: start + 1, end: close },
    quote,
    ...restOf(text, close + 1, last),
  };
}

function flow(text: string, start: number, line: Line, owner: number, limit: number): ValueContent {
  const here = endOfFlow(text, start, line.end);
  if (here >= 0) return { form: 'flow', span: { start, end: here }, ...restOf(text, here, line) };
  const maxEnd = reach(text, line, owner, limit);
  const end = endOfFlow(text, start, maxEnd);
  if (end < 0) return { form: 'flow', span: { start, end: maxEnd }, end: maxEnd, next: maxEnd };
  return { form: 'flow', span: { start, end }, ...restOf(text, end, lineFrom(text, end, limit)) };
}

/** The limit of a value that is not closed: the first line that is clearly the next entry. */
function reach(text: string, line: Line, owner: number, limit: number): number {
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    if (beginsEntry(text, below, owner)) return below.start;
    from = below.next;
  }
  return limit;
}
