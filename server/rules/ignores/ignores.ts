// Parses comments that ignore findings. In the frontmatter, `# dossier-ignore RULE[, RULE]: reason` on its own line applies
// to the field or item below it. In the prompt, the same between `<!--` and `-->` applies to the paragraph below it.
// `dossier-ignore-file` in either place applies to the whole file.
import { lineFrom, lineStart, skipSpaces } from '../../agent/caret-lines';
import { sketchOf } from '../../agent/caret-sketch';
import type { Outline } from '../../agent/outline';
import { proseLines } from '../../agent/prose';
import { linesOfSlot } from '../../agent/write-place';
import { memoize } from '../../text/memoize';
import type { Span } from '../../text/span';

export interface Ignore {
  readonly names: readonly IgnoredName[];
  /** Empty where none is given. */
  readonly reason: string;
  /** The comment, including its delimiters. */
  readonly span: Span;
  /** What it applies to: null for the whole file, an empty span where nothing follows. */
  readonly target: Span | null;
}

export interface IgnoredName {
  readonly name: string;
  readonly span: Span;
}

const word = 'dossier-ignore';

/** Further comments have no effect, so that a hostile file takes bounded time. */
export const maxIgnores = 100;

/** Names in all comments of a file. There are about half as many rules. */
export const maxIgnoredNames = 200;

interface Comments {
  readonly ignores: readonly Ignore[];
  /** The first comment beyond the limits. It and all others after it have no effect. */
  readonly excess: Span | null;
}

/** The comments of a file, in source order. Fast for files without one. */
export const ignoresIn = (outline: Outline): readonly Ignore[] => commentsIn(outline).ignores;

/** The first comment without effect because the file has too many of them, or of names in them. */
export const excessIgnoreIn = (outline: Outline): Span | null => commentsIn(outline).excess;

const commentsIn = memoize((outline: Outline): Comments => {
  const ignores: Ignore[] = [];
  let names = 0;
  const firstAboveLimit = (found: Iterable<Ignore>): Span | null => {
    for (const ignore of found) {
      names += ignore.names.length;
      if (ignores.length === maxIgnores || names > maxIgnoredNames) return ignore.span;
      ignores.push(ignore);
    }
    return null;
  };
  let excess = mayHoldInHead(outline) ? firstAboveLimit(inHead(outline)) : null;
  if (!excess && hasComment(outline.text, outline.body.start))
    excess = firstAboveLimit(inBody(outline));
  return { ignores, excess };
});

/** Searches for the word only after the first `#`. */
function mayHoldInHead({ text, head }: Outline): boolean {
  const hash = text.indexOf('#', head.start);
  return hash >= 0 && hash < head.end && text.slice(hash, head.end).includes(word);
}

function* inHead(outline: Outline): Generator<Ignore> {
  const { text } = outline;
  const { comments, slots } = sketchOf(outline);
  for (const span of comments) {
    const parsed = parseComment(text, span, /^#+/, /$/);
    if (!parsed) continue;
    const next = slots.find((slot) => slot.start > span.end);
    const target = next ? linesOfSlot(outline, next) : { start: span.end, end: span.end };
    yield { ...parsed, span, target: parsed.isForFile ? null : target };
  }
}

function* inBody({ text, body }: Outline): Generator<Ignore> {
  let below: Span | undefined;
  for (const line of proseLines(text, body)) {
    const start = skipSpaces(text, line.start, line.end);
    const span = { start, end: start + text.slice(start, line.end).trimEnd().length };
    const parsed = parseComment(text, span, /^<!--/, /-->$/);
    if (!parsed) continue;
    // Comments that follow each other apply to the same paragraph, which is far below them in a hostile file.
    if (below === undefined || below.start < line.end) below = paragraphBelow(text, line);
    yield { ...parsed, span, target: parsed.isForFile ? null : below };
  }
}

const begins = /<!--[ \t]*dossier-ignore/y;

/** Searches for `<!--` first, which is faster: this runs at every keystroke, in prompts of up to a megabyte. */
function hasComment(text: string, from: number): boolean {
  for (let at = text.indexOf('<!--', from); at >= 0; at = text.indexOf('<!--', at + 4)) {
    begins.lastIndex = at;
    if (begins.test(text)) return true;
  }
  return false;
}

const start = /^\s*dossier-ignore(-file)?(?![\w-])[ \t]*/;
/** The names, and after them the reason, with or without a colon. */
const listed = /^[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*/;

type ParsedComment = Pick<Ignore, 'names' | 'reason'> & { readonly isForFile: boolean };

function parseComment(
  text: string,
  span: Span,
  opening: RegExp,
  closing: RegExp,
): ParsedComment | null {
  const whole = text.slice(span.start, span.end);
  const open = opening.exec(whole);
  const close = closing.exec(whole);
  if (!open || !close || close.index < open[0].length) return null;
  const inner = whole.slice(open[0].length, close.index);
  const found = start.exec(inner);
  if (!found) return null;
  const [before, file] = found;
  const rest = inner.slice(before.length).trimEnd();
  const list = listed.exec(rest)?.[0] ?? '';
  const reason = rest.slice(list.length).replace(/^[ \t]*:?/, '');
  if (/[\n\r\u2028\u2029]/.test(reason)) return null;
  const at = span.start + open[0].length + inner.indexOf(list, inner.indexOf(word) + word.length);
  const names = [...list.matchAll(/[\w-]+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: at + index, end: at + index + name.length },
  }));
  return { names, reason: reason.trim(), isForFile: file !== undefined };
}

/** The lines below up to a blank line, after any blank lines and further ignore comments. */
function paragraphBelow(text: string, line: Span): Span {
  let at = lineFrom(text, line.start, text.length).next;
  let start = -1;
  while (at < text.length) {
    const { start: from, end, next } = lineFrom(text, at, text.length);
    const written = text.slice(from, end).trim();
    const isOurs = written.startsWith('<!--') && written.includes(word);
    if (start >= 0 && written === '') return { start, end: from };
    if (start < 0 && written !== '' && !isOurs) start = from;
    at = next;
  }
  return { start: start < 0 ? text.length : start, end: text.length };
}

/** The lines of a comment, including their line break, so that removing them leaves no empty line. */
export function linesOfIgnore(text: string, { span }: Ignore): Span {
  const start = lineStart(text, span.start);
  return { start, end: lineFrom(text, start, text.length).next };
}
