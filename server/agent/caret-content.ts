// What begins behind a colon or a dash, and how far it goes when nobody closes it.
import type { Span } from '../text/span';
import { endOfFlow } from './caret-flow';
import { keyFrom } from './caret-keys';
import {
  beginsEntry,
  closingQuote,
  commentFrom,
  isDash,
  isQuote,
  type Line,
  lineFrom,
  skipBlanks,
  trimBlanks,
} from './caret-lines';

interface Extent {
  /** Where its last line ends, without the line break. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  /** Behind the value, on its last line. */
  readonly comment?: Span;
}

export type Content =
  | ({ readonly form: 'none' } & Extent)
  /** A dash before a key or another dash. */
  | { readonly form: 'nested'; readonly end: number; readonly comment?: Span }
  | ({ readonly form: 'plain'; readonly span: Span } & Extent)
  /** `span` is with the quotes, `inner` without. */
  | ({
      readonly form: 'quoted';
      readonly span: Span;
      readonly inner: Span;
      readonly quote: '"' | "'";
    } & Extent)
  | ({ readonly form: 'flow'; readonly span: Span } & Extent)
  /** `span` is the text below the header, from its first line's start; empty where there is none yet. */
  | ({ readonly form: 'block'; readonly header: Span; readonly span: Span } & Extent);

type Told = Exclude<Content, { form: 'nested' }>;

/**
 * The content behind `after`, which lies on `line`.
 * @param owner column of the key or dash: what is indented further belongs to it. -1 for a bare head.
 */
export function contentFrom(
  text: string,
  after: number,
  line: Line,
  owner: number,
  limit: number,
): Told {
  const start = pastProperties(text, skipBlanks(text, after, line.end), line.end);
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

/** Quoted keys are patterns of commands and paths; what is longer is a sentence. */
const longKey = 40;

/**
 * A value that begins on a line below its key: brackets, quotes, a sentence. A single word there is rather a key
 * that is being typed.
 */
function below(text: string, line: Line, owner: number, limit: number): Told | null {
  let next = line;
  let first = line.end;
  while (first === next.end && next.next < limit) {
    next = lineFrom(text, next.next, limit);
    first = skipBlanks(text, next.start, next.end);
  }
  if (first === next.end || first - next.start <= owner || isDash(text, first, next.end))
    return null;
  const char = text.charAt(first);
  if (char === '[' || char === '{') return flow(text, first, next, owner, limit);
  const { key, colon } = keyFrom(text, first, next.end);
  if (colon >= 0 || '#|>&!'.includes(char)) return null;
  if (isQuote(char))
    return key.text.length > longKey ? quoted(text, first, next, owner, limit, char) : null;
  return /\s/.test(key.text) ? plain(text, first, next, owner, limit) : null;
}

/** `!!str`, `&anchor`: what is behind them counts. */
function pastProperties(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charAt(at) === '!' || text.charAt(at) === '&')) {
    while (at < end && text.charAt(at) !== ' ' && text.charAt(at) !== '\t') at++;
    const next = skipBlanks(text, at, end);
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
  const rest = skipBlanks(text, at, end);
  const isOver = rest === end || (text.charAt(rest) === '#' && rest > at);
  return isOver ? { start, end: at } : null;
}

function block(text: string, header: Span, line: Line, owner: number, limit: number): Told {
  let { next } = line;
  let end = line.next;
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    const first = skipBlanks(text, below.start, below.end);
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

function plain(text: string, start: number, line: Line, owner: number, limit: number): Told {
  const rest = restOf(text, start, line);
  const end = trimBlanks(text, start, rest.comment?.start ?? line.end);
  if (rest.comment) return { form: 'plain', span: { start, end }, ...rest };
  let last = line;
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    const first = skipBlanks(text, below.start, below.end);
    if (first < below.end) {
      if (!continues(text, first, below, owner)) break;
      last = below;
    }
    from = below.next;
  }
  const lastRest = last === line ? rest : restOf(text, last.start, last);
  return {
    form: 'plain',
    span: { start, end: trimBlanks(text, start, lastRest.comment?.start ?? last.end) },
    ...lastRest,
  };
}

/** What looks like an entry of its own is taken for one, for it was there before the text above was typed. */
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
): Told {
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

function flow(text: string, start: number, line: Line, owner: number, limit: number): Told {
  const here = endOfFlow(text, start, line.end);
  if (here >= 0) return { form: 'flow', span: { start, end: here }, ...restOf(text, here, line) };
  const most = reach(text, line, owner, limit);
  const end = endOfFlow(text, start, most);
  if (end < 0) return { form: 'flow', span: { start, end: most }, end: most, next: most };
  return { form: 'flow', span: { start, end }, ...restOf(text, end, lineFrom(text, end, limit)) };
}

/** How far something left open may go: up to a line that is plainly the next entry. */
function reach(text: string, line: Line, owner: number, limit: number): number {
  for (let from = line.next; from < limit; ) {
    const below = lineFrom(text, from, limit);
    if (beginsEntry(text, below, owner)) return below.start;
    from = below.next;
  }
  return limit;
}
