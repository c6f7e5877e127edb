// Single values of the part of YAML in which every parser agrees: see `plain-yaml.ts`.
import type { Span } from '../text/span';
import type { ListValue, Value } from './value';

/** What a text begins with that holds itself: a letter or a picture; those of ASCII apart. */
const letter = /[\u00c0-\u1fff\u2190-\u2bff\u3040-\ud7ff]|[\ud83c-\ud83e][\udc00-\udfff]/y;

/** Nearly all begin with a letter of ASCII, and an expression takes its time to begin. */
function isWord(text: string, start: number): boolean {
  const code = text.charCodeAt(start) | 32;
  if (code > 96 && code < 123) return true;
  letter.lastIndex = start;
  return code > 127 && letter.test(text);
}

/** No longer than the longest word that somebody takes for something else: `false`. */
const maxReserved = 5;
/** What is a word here and a boolean or nothing elsewhere; and what is that here too. */
const truths = /^(?:yes|no|on|off|y|n)$/i;
const maxTruth = 3;
const reserved = /^(?:true|false|null|nan|inf)$/i;
/** Begins as a number and is none: a version, a date, a time. No sign of an exponent, and no zero before a digit. */
const version = /^(?:0|[1-9]\d*)(?:\.\d+){2,}$/;
/** A path that begins with a dot; a sum in hexadecimal with a letter that no number has. */
const path = /^\.(?:[a-z]+|\.?)\/[\w./-]*$/i;
const sum = /^[1-9][0-9e]*[a-df][0-9a-f]*$/;
const dated = /^\d{4}-\d\d-\d\d$/;
/** A name with a number before it. */
const numbered = /^[1-9]\d*-[a-z][a-z-]*$/i;
/** What somebody is to fill in: between braces that a dollar makes a text of. */
const filled = /^\$\{\{ ?[\w.]+ ?\}\}$/;

const others: readonly RegExp[] = [version, path, sum, numbered, filled];

/** What is noted on the way. */
export interface Noted {
  /** Every parser makes the same of what was read so far. */
  alike: boolean;
  /** Where a text holds a colon that makes a key of what stands before it: no parser takes that, and its author means a text. */
  readonly colons: Span[];
  /** Where the next blank with a `#` behind it stands, as far as that is known: most heads have none, and are searched once. */
  comment: number;
  /** Where the last value that was read ends, in the file. */
  end: number;
}
const number = /^(?:0|-?[1-9]\d{0,8})(?:\.\d{1,8})?$/;

/** The one value from `start` to `stop`, blanks behind it left out; null for what parsers may read differently. */
export function scalarAt(
  text: string,
  start: number,
  stop: number,
  base: number,
  noted: Noted,
): Value | null {
  let end = stop;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  const quote = text.charCodeAt(start);
  noted.end = base + end;
  const span = { start: base + start, end: noted.end };
  if (quote === 39) return singleIn(text, start, end, span);
  if (quote === 34) return doubleIn(text, start, end, span);
  const source = text.slice(start, end);
  if (!isWord(text, start)) return otherIn(source, span, noted);
  if (commentFrom(text, start, noted) < end) return null;
  if (isKey(source)) noted.colons.push({ start: span.start, end: span.start + 1 });
  else if (source.length <= maxReserved && reserved.test(source)) return truthIn(source, span);
  else if (source.length <= maxTruth && truths.test(source)) noted.alike = false;
  return { kind: 'text', text: source, style: 'plain', span };
}

/** A colon that makes a key of what stands before it. */
const isKey = (source: string): boolean =>
  source.includes(':') && (source.includes(': ') || source.charCodeAt(source.length - 1) === 58);

const truthIn = (source: string, span: Span): Value | null =>
  source === 'true' || source === 'false'
    ? { kind: 'boolean', boolean: source === 'true', source, span }
    : null;

/** What begins as no text does. */
function otherIn(source: string, span: Span, noted: Noted): Value | null {
  if (number.test(source)) return { kind: 'number', number: Number(source), source, span };
  const isDate = dated.test(source);
  if (isDate) noted.alike = false;
  return isDate || others.some((form) => form.test(source))
    ? { kind: 'text', text: source, style: 'plain', span }
    : null;
}

function singleIn(text: string, start: number, end: number, span: Span): Value | null {
  const last = end - 1;
  if (last === start || text.charCodeAt(last) !== 39) return null;
  const inner = inOneLine(text.slice(start + 1, last));
  if (inner === null) return null;
  if (!inner.includes("'")) return { kind: 'text', text: inner, style: 'single', span };
  return doubled.test(inner)
    ? { kind: 'text', text: inner.replaceAll("''", "'"), style: 'single', span }
    : null;
}

function doubleIn(text: string, start: number, end: number, span: Span): Value | null {
  const last = end - 1;
  if (last === start || text.charCodeAt(last) !== 34) return null;
  const inner = inOneLine(text.slice(start + 1, last));
  const content = inner === null ? null : unescaped(inner);
  return content === null ? null : { kind: 'text', text: content, style: 'double', span };
}

/** What stands in quotes over several lines, as in a list between brackets; null for what a blank does not stand for. */
function inOneLine(inner: string): string | null {
  if (!inner.includes('\n')) return inner;
  return moreThanBreak.test(inner) ? null : inner.replaceAll(/ *\n */g, ' ');
}

/** An empty line, the end of a line that is escaped, another blank than that. */
const moreThanBreak = /\n *\n|\\ *\n|\t/;

/** Where the next blank with a `#` behind it stands, or the end. Most heads hold no such sign at all. */
function commentFrom(text: string, start: number, noted: Noted): number {
  if (noted.comment < start) {
    let sign = text.indexOf('#', start + 1);
    while (sign >= 0 && text.charCodeAt(sign - 1) !== 32) sign = text.indexOf('#', sign + 1);
    noted.comment = sign < 0 ? text.length : sign - 1;
  }
  return noted.comment;
}

/** Where a value ends on its line, a comment behind it left out. Quotes that do not close are for others to read. */
export function beforeComment(text: string, start: number, end: number, noted: Noted): number {
  const sign = commentFrom(text, start, noted);
  if (sign >= end) return end;
  const first = text.charCodeAt(start);
  if (first !== 34 && first !== 39) return sign;
  closed.lastIndex = start;
  const found = closed.exec(text);
  return found && closed.lastIndex < end ? start + (found[1] ?? '').length : end;
}

/** One quoted text, and a comment behind it. */
const closed = /("(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\n]|'')*') +#/y;

const doubled = /^(?:[^']|'')*$/;

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };
const whole = /^(?:[^"\\]|\\["\\nt])*$/;

/** What stands between double quotes, the most usual escapes resolved; null for others. */
function unescaped(inner: string): string | null {
  if (!inner.includes('\\')) return inner.includes('"') ? null : inner;
  if (!whole.test(inner)) return null;
  return inner.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}

/** An item in quotes: what else stands between them is a part of it. */
const quoted = /[ \n]*(?:"(?:[^"\\\n]|\\[^\n])*"|'[^'\n]*')[ \n]*/.source;
const one = `(?:${quoted}|[^[\\]{}"',]*)`;
/** Brackets and braces stand in it in items in quotes only. */
const bracketed = new RegExp(`\\[(${one}(?:,${one})*|[^[\\]{}]*)\\] *(?: #[^\\n]*)?(?=\\n|$)`, 'y');

/** A line of a list that does not stand deeper than its key: some parsers mind. */
const outdented = (inner: string, indent: number): boolean =>
  inner
    .split('\n')
    .some((line, index) => index > 0 && (/^ */.exec(line)?.[0].length ?? 0) <= indent);

/** `[a, "b"]`, over several lines too, each item on one. @param indent that of the key. */
export function flowList(
  text: string,
  start: number,
  indent: number,
  base: number,
  noted: Noted,
): { readonly value: ListValue; readonly end: number } | null {
  bracketed.lastIndex = start;
  const found = bracketed.exec(text);
  if (!found) return null;
  const end = bracketed.lastIndex;
  const inner = found[1] ?? '';
  const isBroken = inner.includes('\n');
  if (isBroken && outdented(inner, indent)) return null;
  const items: Value[] = [];
  const colons = noted.colons.length;
  const close = start + 1 + inner.length;
  const span = { start: base + start, end: base + close + 1 };
  const value: ListValue = { kind: 'list', items, flow: true, span };
  if (inner.trim() === '') return { value, end };
  for (let from = start + 1; from <= close; ) {
    const comma = text.indexOf(',', from);
    const stop = comma < 0 || comma > close ? close : comma;
    const first = behindSpace(text, from, stop);
    const last = beforeSpace(text, first, stop);
    // An item that goes on in the next line.
    const code = text.charCodeAt(first);
    const isQuoted = code === 34 || code === 39;
    if (isBroken && !isQuoted && text.slice(first, last).includes('\n')) return null;
    const scalar = scalarAt(text, first, last, base, noted);
    // A quote that is closed behind a comma is not looked for, nor a colon in a word.
    if (!scalar || noted.colons.length > colons) return null;
    items.push(scalar);
    from = stop + 1;
  }
  return { value, end };
}

function behindSpace(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return start;
}

function beforeSpace(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const isSpace = (code: number): boolean => code === 32 || code === 10;
