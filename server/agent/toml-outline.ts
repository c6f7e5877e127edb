// The outline of a TOML document: its fields are the keys and tables of the whole file, and its body is the text of the prompt
// inside of its quotes.
import type { Span } from '../text/span';
import { parseToml } from '../toml/parse-toml';
import type { YamlError } from '../yaml/dialect';
import { maxHeadLength } from '../yaml/limits';
import type { Entry } from '../yaml/value';
import { lineFrom } from './caret-lines';
import type { Slot } from './sketch-types';
import { sketchToml } from './toml-sketch';

export interface TomlContent {
  readonly head: Span;
  readonly body: Span;
  readonly fields: readonly Entry[];
  readonly errors: readonly YamlError[];
}

/** @param start the offset after a byte order mark. Never throws. */
export function tomlContent(text: string, start: number): TomlContent {
  const head = { start, end: text.length };
  const { entries, errors } = read(text, head);
  return { head, body: bodyIn(text, head), fields: entries, errors };
}

interface Read {
  readonly entries: readonly Entry[];
  readonly errors: readonly YamlError[];
}

/** More lines than an author leaves incomplete. */
const maxErrors = 8;

/** The fields. The parser stops at its first error, so each line with an error is left out and the rest is parsed again. */
function read(text: string, head: Span): Read {
  if (text.length > maxLength)
    return { entries: [], errors: [{ code: 'TOO_LONG', span: head, message: 'too long' }] };
  const whole = text.slice(head.start);
  const first = parseToml(whole, head.start);
  if (!first.error) return { entries: first.entries, errors: [] };
  const { slots } = sketchToml(text, head);
  const errors = [faultAt(text, slots, first.error)];
  let left = whole;
  const isUnquoted = isUnquotedIn(text);
  for (const slot of slots)
    if (isIncomplete(slot) || isUnquoted(slot)) left = without(left, slot, head);
  for (let times = 0; times < maxErrors; times++) {
    const { entries, error } = parseToml(left, head.start);
    if (!error) return { entries, errors };
    const slot = slotAt(slots, error.at);
    if (!slot) break;
    const before = left;
    left = without(left, slot, head);
    if (left === before) break;
  }
  return { entries: [], errors };
}

/** Ten times the largest frontmatter: the prompt is a part of the document. UTF-16 units. */
const maxLength = 10 * maxHeadLength;

const isIncomplete = ({ hasColon, opens, content }: Slot): boolean =>
  !hasColon || (!opens && content.form === 'none');

/** The text with spaces in place of the slot, so that all offsets stay the same. */
function without(text: string, { start, end }: Span, head: Span): string {
  const [from, to] = [start - head.start, end - head.start];
  return text.slice(0, from) + text.slice(from, to).replaceAll(/[^\r\n]/g, ' ') + text.slice(to);
}

const slotAt = (slots: readonly Slot[], offset: number): Slot | undefined =>
  slots.findLast(({ start }) => start <= offset);

/**
 * The error at the line that causes it: the parser reports a missing value at the line after it.
 * @returns the code `UNQUOTED` for a string without quotes, `NO_EQUALS` or `NO_VALUE` for a line that is not complete, otherwise the
 * words of the parser.
 */
function faultAt(
  text: string,
  slots: readonly Slot[],
  { message, at }: { readonly message: string; readonly at: number },
): YamlError {
  const incomplete = slots.find(isIncomplete);
  const slot = slotAt(slots, at);
  const bare = slots.find(isUnquotedIn(text));
  if (bare?.content.form === 'plain' && bare.start <= at)
    return { code: 'UNQUOTED', message, span: bare.content.span };
  if (incomplete && incomplete.start <= at) {
    const code = incomplete.hasColon ? 'NO_VALUE' : 'NO_EQUALS';
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
function bodyIn(text: string, head: Span): Span {
  let body: Span = { start: text.length, end: text.length };
  if (!longQuotes.test(text)) return body;
  for (const { content, level } of sketchToml(text, head).slots) {
    if (level.path.length > 0 || content.form !== 'block') continue;
    const { start, end } = content.span;
    if (end - start > body.end - body.start) body = { start, end };
  }
  return body;
}

const longQuotes = /"""|'''/;
