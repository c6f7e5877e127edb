// Comments by which an author says "I know", and why. In the frontmatter, on a line of its own, for the field or item
// below it: `# dossier-ignore RULE[, RULE]: reason`. In the prompt, for the paragraph below it: the same words between
// `<!--` and `-->`. `dossier-ignore-file` in either place speaks of the whole file.
import { lineFrom, lineStart, skipBlanks } from '../agent/caret-lines';
import { sketchOf } from '../agent/caret-sketch';
import type { Outline } from '../agent/outline';
import { proseLines } from '../agent/prose';
import { linesOfSlot } from '../agent/write-place';
import { memoize } from '../text/memoize';
import type { Span } from '../text/span';

export interface Ignore {
  readonly names: readonly IgnoredName[];
  /** Empty where none is given. */
  readonly reason: string;
  /** The comment, with its signs. */
  readonly span: Span;
  /** What it speaks of: null for the whole file, an empty span where nothing stands below it. */
  readonly target: Span | null;
}

export interface IgnoredName {
  readonly name: string;
  readonly span: Span;
}

const word = 'dossier-ignore';

/** Nobody writes as many; more are not heeded, so that a hostile file costs bounded time. */
const most = 100;

/** The comments of a file, in source order. Nearly every file has none, and pays next to nothing. */
export const ignoresIn = memoize((outline: Outline): readonly Ignore[] => {
  const ignores: Ignore[] = [];
  if (mayHoldInHead(outline)) collect(ignores, inHead(outline));
  if (hasComment(outline.text, outline.body.start)) collect(ignores, inBody(outline));
  return ignores;
});

function collect(ignores: Ignore[], found: Iterable<Ignore>): void {
  for (const ignore of found) {
    if (ignores.length === most) return;
    ignores.push(ignore);
  }
}

/** Where no comment is, no word of ours is looked for. */
function mayHoldInHead({ text, head }: Outline): boolean {
  const sign = text.indexOf('#', head.start);
  return sign >= 0 && sign < head.end && text.slice(sign, head.end).includes(word);
}

function* inHead(outline: Outline): Generator<Ignore> {
  const { text } = outline;
  const { comments, slots } = sketchOf(outline);
  for (const span of comments) {
    const said = saidIn(text, span, /^#+/, /$/);
    if (!said) continue;
    const next = slots.find((slot) => slot.start > span.end);
    const target = next ? linesOfSlot(outline, next) : { start: span.end, end: span.end };
    yield { ...said, span, target: said.isForFile ? null : target };
  }
}

function* inBody({ text, body }: Outline): Generator<Ignore> {
  for (const line of proseLines(text, body)) {
    const start = skipBlanks(text, line.start, line.end);
    const span = { start, end: start + text.slice(start, line.end).trimEnd().length };
    const said = saidIn(text, span, /^<!--/, /-->$/);
    if (said) yield { ...said, span, target: said.isForFile ? null : paragraphBelow(text, line) };
  }
}

const begins = /<!--[ \t]*dossier-ignore/y;

/** A rare sign is found many times faster than a word: this is asked at every key in a prompt of a megabyte. */
function hasComment(text: string, from: number): boolean {
  for (let at = text.indexOf('<!--', from); at >= 0; at = text.indexOf('<!--', at + 4)) {
    begins.lastIndex = at;
    if (begins.test(text)) return true;
  }
  return false;
}

/** Names first; what stands behind them is the reason, however it is set off. */
const form =
  /^\s*dossier-ignore(-file)?(?![\w-])[ \t]*((?:[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?)[ \t]*:?(.*?)\s*$/;

type Said = Pick<Ignore, 'names' | 'reason'> & { readonly isForFile: boolean };

function saidIn(text: string, span: Span, opening: RegExp, closing: RegExp): Said | null {
  const whole = text.slice(span.start, span.end);
  const open = opening.exec(whole);
  const close = closing.exec(whole);
  if (!open || !close || close.index < open[0].length) return null;
  const inner = whole.slice(open[0].length, close.index);
  const found = form.exec(inner);
  if (!found) return null;
  const [, file, list = '', reason = ''] = found;
  const at = span.start + open[0].length + inner.indexOf(list, inner.indexOf(word) + word.length);
  const names = [...list.matchAll(/[\w-]+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: at + index, end: at + index + name.length },
  }));
  return { names, reason: reason.trim(), isForFile: file !== undefined };
}

/** The lines below, up to a blank one; blank lines and other comments of ours between do not count. */
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

/** The lines of a comment, with their line break, so that nothing is left when they go. */
export function linesOfIgnore(text: string, { span }: Ignore): Span {
  const start = lineStart(text, span.start);
  return { start, end: lineFrom(text, start, text.length).next };
}
