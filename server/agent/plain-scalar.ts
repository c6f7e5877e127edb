// Single values of the part of YAML in which every parser agrees: see `plain-yaml.ts`.
import type { Span } from '../text/span';
import type { ListValue, Value } from './value';

/** What a text begins with that holds itself: a letter or a picture. */
const letter =
  /^(?:[A-Za-z\u00c0-\u1fff\u2190-\u2bff\u3040-\ud7ff]|[\ud83c-\ud83e][\udc00-\udfff])/;

/** Nearly all begin so, and an expression takes its time to begin. */
function isWord(source: string): boolean {
  const code = source.charCodeAt(0) | 32;
  return (code > 96 && code < 123) || letter.test(source);
}

/** Whether something in it may end the text: a colon before a blank, a comment. */
const mayEnd = (source: string): boolean =>
  source.includes(': ') || source.charCodeAt(source.length - 1) === 58 || source.includes(' #');

/** No longer than the longest word that somebody takes for something else: `false`. */
const maxReserved = 5;
/** What is a word here and a boolean or nothing elsewhere; and what is that here too. */
const truths = /^(?:yes|no|on|off|y|n)$/i;
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
}
const number = /^(?:0|-?[1-9]\d{0,8})(?:\.\d{1,8})?$/;

/** The one value on a line, blanks behind it left out; null for what parsers may read differently. */
export function scalarAt(text: string, line: Span, base: number, noted: Noted): Value | null {
  const { start } = line;
  let { end } = line;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  const source = text.slice(start, end);
  const span = { start: base + start, end: base + end };
  const quote = source.charCodeAt(0);
  if (quote === 34 || quote === 39) {
    const inner = source.slice(1, -1);
    const isWhole = source.length > 1 && source.charCodeAt(source.length - 1) === quote;
    if (!isWhole) return null;
    if (quote === 39) {
      if (inner.includes("'") && !doubled.test(inner)) return null;
      return { kind: 'text', text: inner.replaceAll("''", "'"), style: 'single', span };
    }
    const content = unescaped(inner);
    return content === null ? null : { kind: 'text', text: content, style: 'double', span };
  }
  if (isWord(source)) {
    // An item of a list that goes on in the next line.
    if (source.includes('\n')) return null;
    if (mayEnd(source)) return colonIn(source, span, noted);
    if (source.length > maxReserved) return { kind: 'text', text: source, style: 'plain', span };
    if (truths.test(source)) noted.alike = false;
    if (!reserved.test(source)) return { kind: 'text', text: source, style: 'plain', span };
    return source === 'true' || source === 'false'
      ? { kind: 'boolean', boolean: source === 'true', source, span }
      : null;
  }
  if (number.test(source)) return { kind: 'number', number: Number(source), source, span };
  const isDate = dated.test(source);
  if (isDate) noted.alike = false;
  return isDate || others.some((form) => form.test(source))
    ? { kind: 'text', text: source, style: 'plain', span }
    : null;
}

/** The text as it was meant; null where something else than a colon may end it. */
function colonIn(source: string, span: Span, noted: Noted): Value | null {
  if (source.includes(' #')) return null;
  noted.colons.push({ start: span.start, end: span.start + 1 });
  return { kind: 'text', text: source, style: 'plain', span };
}

/** Where a value ends on its line, a comment behind it left out. Quotes that do not close are for others to read. */
export function beforeComment(text: string, start: number, end: number, noted: Noted): number {
  if (noted.comment < start) {
    const next = text.indexOf(' #', start);
    noted.comment = next < 0 ? text.length : next;
  }
  const sign = noted.comment;
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
  if (inner.includes('\n') && outdented(inner, indent)) return null;
  const items: Value[] = [];
  const colons = noted.colons.length;
  const close = start + 1 + inner.length;
  const span = { start: base + start, end: base + close + 1 };
  const value: ListValue = { kind: 'list', items, flow: true, span };
  if (inner.trim() === '') return { value, end };
  for (let from = start + 1; from <= close; ) {
    const comma = text.indexOf(',', from);
    const stop = comma < 0 || comma > close ? close : comma;
    const item = tight(text, from, stop);
    const scalar = scalarAt(text, item, base, noted);
    // A quote that is closed behind a comma is not looked for, nor a word that goes on in the next line.
    if (!scalar || noted.colons.length > colons) return null;
    items.push(scalar);
    from = stop + 1;
  }
  return { value, end };
}

/** Without the blanks and line breaks around it. */
function tight(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isSpace = (code: number): boolean => code === 32 || code === 10;
