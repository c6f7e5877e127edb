// The outline of a TOML document: its fields are the keys and tables of the whole file, and its body is the text of the prompt
// inside of its quotes.
import type { Span } from '../text/span';
import { Excerpt } from '../toml/excerpt';
import { parseToml, type Toml } from '../toml/parse-toml';
import type { ParseError } from '../yaml/dialect';
import { type Excess, findExceededLimit, maxDepth, maxHeadLength, maxItems } from '../yaml/limits';
import type { Entry } from '../yaml/value';
import { lineFrom } from './caret-lines';
import type { Sketch, Slot } from './sketch-types';
import { noSketch, sketchToml } from './toml-sketch';

export interface TomlContent {
  readonly head: Span;
  readonly body: Span;
  readonly fields: readonly Entry[];
  readonly errors: readonly ParseError[];
  readonly sketch: Sketch;
}

/** How much of a document is parsed. */
interface TomlLimits {
  readonly keys: number;
  /** The parts of all keys, and the items of one value. */
  readonly parts: number;
}

/** A role sets a few of the settings of the program. */
const roleLimits: TomlLimits = { keys: 300, parts: maxItems };

/** The program itself adds a table to its configuration for each project. */
const configurationLimits: TomlLimits = { keys: 5000, parts: 20_000 };

/**
 * Never throws.
 * @param start the offset after a byte order mark.
 * @param isConfiguration whether it is the configuration of the program, not a document of one agent.
 */
export function tomlContent(text: string, start: number, isConfiguration: boolean): TomlContent {
  const limits = isConfiguration ? configurationLimits : roleLimits;
  const head = { start, end: text.length };
  if (text.length > maxLength)
    return {
      head,
      body: noBody(text),
      fields: [],
      errors: [errorOf('TOO_LARGE', head)],
      sketch: noSketch,
    };
  const sketch = sketchToml(text, head);
  const { entries, errors } = read(text, head, sketch, limits);
  return { head, body: bodyIn(text, sketch), fields: entries, errors, sketch };
}

interface Read {
  readonly entries: readonly Entry[];
  readonly errors: readonly ParseError[];
}

/** More lines than an author leaves incomplete. */
const maxErrors = 8;

/** The fields. The parser stops at its first error, so each line with an error is left out and the rest is parsed again. */
function read(text: string, head: Span, { slots }: Sketch, limits: TomlLimits): Read {
  const strings = slots.flatMap(({ content }) =>
    content.form === 'block' ? [relativeTo(head, content.span)] : [],
  );
  const parse = (left: string): Toml => parseToml(new Excerpt(left, strings), head.start);
  const whole = new Excerpt(text.slice(head.start), strings);
  const excess = whole.kept.length > maxKept ? 'TOO_LARGE' : excessIn(text, slots, limits);
  if (excess) return { entries: [], errors: [errorOf(excess, head)] };
  const first = parseToml(whole, head.start);
  if (!first.error) return { entries: first.entries, errors: [] };
  const errors = [faultAt(text, slots, first.error)];
  const isUnquoted = isUnquotedIn(text);
  const omitted = slots.filter((slot) => isIncomplete(slot) || isUnquoted(slot));
  let left = without(text, omitted, head);
  for (let times = 0; times < maxErrors; times++) {
    const { entries, error } = parse(left);
    if (!error) return { entries, errors };
    const slot = slotAt(slots, error.at);
    if (!slot || omitted.includes(slot)) break;
    omitted.push(slot);
    left = without(text, omitted, head);
  }
  return { entries: [], errors };
}

const errorOf = (code: Excess, span: Span): ParseError => ({ code, span, message: code });

/** The limit that the keys and tables, or one value in brackets, exceed. */
function excessIn(
  text: string,
  slots: readonly Slot[],
  { keys, parts: most }: TomlLimits,
): Excess | null {
  if (slots.length > keys) return 'TOO_MANY_ITEMS';
  let parts = 0;
  for (const { path, content } of slots) {
    if (path.length > maxDepth) return 'TOO_DEEP';
    parts += path.length;
    if (parts > most) return 'TOO_MANY_ITEMS';
    if (!('span' in content) || !/[[{]/.test(text.charAt(content.span.start))) continue;
    const excess = findExceededLimit(text.slice(content.span.start, content.span.end));
    if (excess) return excess;
  }
  return null;
}

/** Ten times the largest frontmatter: the prompt is a part of the document. UTF-16 units. */
const maxLength = 10 * maxHeadLength;

/** What is given to the parser: the document without long prompts. UTF-16 units. */
const maxKept = 3 * maxHeadLength;

const relativeTo = (head: Span, { start, end }: Span): Span => ({
  start: start - head.start,
  end: end - head.start,
});

const isIncomplete = (slot: Slot): boolean =>
  !slot.hasColon || isUnclosedHeader(slot) || (!slot.opens && slot.content.form === 'none');

/** The header of a table without its last bracket: its name goes on until the end of its line. */
const isUnclosedHeader = ({ opens, after, end }: Slot): boolean =>
  opens !== undefined && after > end;

/** The document with spaces in place of these slots, so that all offsets stay the same. */
function without(text: string, omitted: readonly Span[], head: Span): string {
  const parts: string[] = [];
  let from = head.start;
  for (const { start, end } of [...omitted].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(from, start), text.slice(start, end).replaceAll(/[^\r\n]/g, ' '));
    from = end;
  }
  return parts.join('') + text.slice(from);
}

const slotAt = (slots: readonly Slot[], offset: number): Slot | undefined =>
  slots.findLast(({ start }) => start <= offset);

/**
 * The error at the line that causes it: the parser reports a missing value at the line after it.
 * @returns the code `UNQUOTED` for a string without quotes, `NO_EQUALS`, `NO_VALUE` or `NO_BRACKET` for an incomplete line, otherwise the
 * words of the parser.
 */
function faultAt(
  text: string,
  slots: readonly Slot[],
  { message, at }: { readonly message: string; readonly at: number },
): ParseError {
  const incomplete = slots.find(isIncomplete);
  const slot = slotAt(slots, at);
  const bare = slots.find(isUnquotedIn(text));
  if (bare?.content.form === 'plain' && bare.start <= at)
    return { code: 'UNQUOTED', message, span: bare.content.span };
  if (incomplete && incomplete.start <= at) {
    const withColon = isUnclosedHeader(incomplete) ? 'NO_BRACKET' : 'NO_VALUE';
    const code = incomplete.hasColon ? withColon : 'NO_EQUALS';
    return { code, message, span: onFirstLine(text, incomplete) };
  }
  const line = lineFrom(text, Math.min(at, Math.max(0, text.length - 1)), text.length);
  const span = slot
    ? onFirstLine(text, slot, at >= slot.after ? valueStart(slot) : slot.start)
    : { start: at, end: Math.max(at, line.end) };
  return { code: message, message, span };
}

/** Whether the value is a word or a sentence without quotes, and not a number, a date or a boolean. */
const isUnquotedIn =
  (text: string) =>
  ({ content, opens }: Slot): boolean => {
    if (opens || content.form !== 'plain') return false;
    const written = text.slice(content.span.start, content.span.end);
    return /^[\p{L}_]/u.test(written) && !/^(?:true|false|inf|nan)$/.test(written);
  };

/** Where the value begins; for a table its line. */
const valueStart = ({ start, content }: Slot): number =>
  content.form === 'block' ? content.header.start : 'span' in content ? content.span.start : start;

/** The first line of a slot without what follows its content. @param from where the span begins, by default at the key. */
function onFirstLine(text: string, { start, end, content }: Slot, from = start): Span {
  const line = lineFrom(text, from, text.length);
  const until = Math.min(line.end, content.comment?.start ?? end, end);
  return { start: from, end: from + text.slice(from, until).trimEnd().length };
}

/** The longest string of several lines at the top level, without its quotes; empty at the end of the text if there is none. */
function bodyIn(text: string, { slots }: Sketch): Span {
  let body = noBody(text);
  for (const { content, level } of slots) {
    if (level.path.length > 0 || content.form !== 'block') continue;
    const { start, end } = content.span;
    if (end - start > body.end - body.start) body = { start, end };
  }
  return body;
}

const noBody = (text: string): Span => ({ start: text.length, end: text.length });
