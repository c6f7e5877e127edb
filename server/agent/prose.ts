// The lines of a body outside of fenced code. Computed only on request.
import type { Span } from '../text/span';
import { isBlank, lineFrom } from './caret-lines';

/** Each line outside of fenced code, without its line break. Fences are not included. */
export function* proseLines(text: string, body: Span): Generator<Span> {
  let fence: Fence | null = null;
  for (let from = body.start; from < body.end; ) {
    const line = lineFrom(text, from, body.end);
    const found = fenceAt(text, line);
    if (fence) {
      if (found && closes(found, fence) && !isDeeper(found, fence)) fence = null;
    } else if (found) fence = found;
    else yield { start: line.start, end: line.end };
    from = line.next;
  }
}

/** Each line inside of fenced code, without its line break, with the first word after its opening fence: `bash`. */
export function* codeLines(
  text: string,
  body: Span,
): Generator<{ readonly line: Span; readonly language: string }> {
  let open: { readonly fence: Fence; readonly language: string } | null = null;
  for (let from = body.start; from < body.end; ) {
    const line = lineFrom(text, from, body.end);
    const fence = fenceAt(text, line);
    if (open && fence && closes(fence, open.fence) && !isDeeper(fence, open.fence)) open = null;
    else if (open) yield { line: { start: line.start, end: line.end }, language: open.language };
    else if (fence) {
      const [, language = ''] = /[`~]+[ \t]*([^\s`]*)/.exec(text.slice(line.start, line.end)) ?? [];
      open = { fence, language };
    }
    from = line.next;
  }
}

/** A fence that is not closed at the end of a body. */
export interface OpenFence {
  readonly span: Span;
  /** Its backticks or tildes. */
  readonly mark: string;
  readonly hasInfo: boolean;
  /** The opening fence of the last earlier block that contains another opening fence; null if there is none. */
  readonly outer: Span | null;
  /** The opening fence of an earlier block whose closing fence looks like the opening fence of another block; null if there is none. */
  readonly endless: Span | null;
}

/** The fence that is not closed at the end of `body`; null if all are closed. */
export function unclosedFence(text: string, body: Span): OpenFence | null {
  let open: { readonly fence: Fence; readonly line: Span } | null = null;
  let outer: Span | null = null;
  let endless: Span | null = null;
  const next = fenceSearch(text, body.end);
  for (let at = next(body.start); at < body.end; ) {
    const line = lineFrom(text, at, body.end);
    const fence = fenceAt(text, line);
    if (fence && open) {
      if (isDeeper(fence, open.fence)) {
        // The fence is content of the block.
      } else if (closes(fence, open.fence)) {
        if (open.fence.hasInfo && looksOpening(text, line, body)) endless ??= markIn(text, open);
        open = null;
      } else if (fence.hasInfo && isAsLong(fence, open.fence) && (open.fence.hasInfo || !outer))
        outer = markIn(text, open);
    } else if (fence) open = { fence, line };
    at = next(line.next);
  }
  if (!open) return null;
  const { fence, line } = open;
  const { start } = markIn(text, open);
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  const { char, length, hasInfo } = fence;
  const looksClosing = !hasInfo && !looksOpening(text, line, body);
  const mark = char.repeat(length);
  return { span: { start, end }, mark, hasInfo, outer, endless: looksClosing ? endless : null };
}

/** Whether the fence follows a line that ends with a colon and precedes a line that is not blank. */
function looksOpening(text: string, line: Span, body: Span): boolean {
  const before = text.slice(Math.max(body.start, line.start - 200), line.start).trimEnd();
  const after = lineFrom(text, line.end, body.end).next;
  const next = lineFrom(text, after, body.end);
  return /:[*_]*$/.test(before) && /\S/.test(text.slice(next.start, next.end));
}

/** The span of the backticks or tildes. */
function markIn(
  text: string,
  { fence, line }: { readonly fence: Fence; readonly line: Span },
): Span {
  const start = text.indexOf(fence.char, line.start);
  return { start, end: start + fence.length };
}

/** Returns a search for the next line that may contain a fence, to be called with increasing offsets; most lines have none. */
function fenceSearch(text: string, end: number): (from: number) => number {
  const marks = ['```', '~~~'].map((mark) => ({ mark, at: -1 }));
  return (from) => {
    let next = end;
    for (const one of marks) {
      // Searched again only once it is passed, so a marker that does not occur takes one search.
      if (one.at < from) one.at = indexOr(end, text.indexOf(one.mark, from));
      if (one.at < next) next = one.at;
    }
    return next >= end ? end : Math.max(from, text.lastIndexOf('\n', next) + 1);
  };
}

const indexOr = (fallback: number, at: number): number => (at < 0 ? fallback : at);

const closes = (fence: Fence, open: Fence): boolean => isAsLong(fence, open) && !fence.hasInfo;

const isAsLong = (fence: Fence, open: Fence): boolean =>
  fence.char === open.char && fence.length >= open.length;

/** Whether it is indented by at least four columns more than the opening fence: then it cannot close it. */
const isDeeper = (fence: Fence, open: Fence): boolean => fence.indent - open.indent >= 4;

interface Fence {
  /** In columns. */
  readonly indent: number;
  readonly char: string;
  readonly length: number;
  readonly hasInfo: boolean;
}

/** The fence on a line, with any indentation: in lists, fences are indented far. */
function fenceAt(text: string, line: Span): Fence | null {
  let at = line.start;
  let indent = 0;
  for (; at < line.end && isBlank(text.charCodeAt(at)); at++)
    indent += text.charAt(at) === '\t' ? 4 - (indent % 4) : 1;
  const char = text.charAt(at);
  if (char !== '`' && char !== '~') return null;
  const start = at;
  while (at < line.end && text.charAt(at) === char) at++;
  if (at - start < 3) return null;
  const info = text.slice(at, line.end);
  // Backticks after the first three make it inline code.
  return char === '`' && info.includes('`')
    ? null
    : { indent, char, length: at - start, hasInfo: info.trim() !== '' };
}

/** The spans of inline code in one line, backticks included. */
export function inlineCode(text: string, line: Span): readonly Span[] {
  const runs = backtickRuns(text, line);
  const spans: Span[] = [];
  const unmatched = new Set<number>();
  for (let i = 0; i < runs.length; ) {
    const open = runs[i];
    if (!open) break;
    const length = open.end - open.start;
    const close = unmatched.has(length) ? -1 : nextOfLength(runs, i + 1, length);
    const closing = runs[close];
    if (!closing) {
      unmatched.add(length);
      i++;
      continue;
    }
    spans.push({ start: open.start, end: closing.end });
    i = close + 1;
  }
  return spans;
}

function nextOfLength(runs: readonly Span[], from: number, length: number): number {
  for (let i = from; i < runs.length; i++) {
    const run = runs[i];
    if (run && run.end - run.start === length) return i;
  }
  return -1;
}

function backtickRuns(text: string, { start, end }: Span): Span[] {
  // Only the line is searched: searching the rest of a large prompt for every line would take quadratic time.
  const line = text.slice(start, end);
  return [...line.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    start: start + index,
    end: start + index + run.length,
  }));
}
