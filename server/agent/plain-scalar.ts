// Single values of the part of YAML in which every parser agrees: see `plain-yaml.ts`.
import type { Span } from '../text/span';
import type { ListValue, Value } from './value';

/** A text that begins with a letter, without what ends one: a colon before a blank, a comment. */
const word = /^[A-Za-z\u00c0-\u1fff\u3040-\ud7ff][^\n]*$/;
const ends = /:(?: |$)| #/;
/** What is a word here and a boolean or nothing elsewhere; and what is that here too. */
const truths = /^(?:yes|no|on|off|y|n)$/i;
const reserved = /^(?:true|false|null|nan|inf)$/i;
/** Begins as a number and is none: a version, a date, a time. No sign of an exponent, and no zero before a digit. */
const version = /^(?:0|[1-9]\d*)(?:\.\d+){2,}$/;
const dated = /^\d{4}-\d\d-\d\d$/;

/** What is noted on the way. */
export interface Noted {
  /** Every parser makes the same of what was read so far. */
  alike: boolean;
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
    if (quote === 39)
      return inner.includes("'") ? null : { kind: 'text', text: inner, style: 'single', span };
    const content = unescaped(inner);
    return content === null ? null : { kind: 'text', text: content, style: 'double', span };
  }
  if (word.test(source)) {
    if (ends.test(source)) return null;
    if (truths.test(source)) noted.alike = false;
    if (!reserved.test(source)) return { kind: 'text', text: source, style: 'plain', span };
    return source === 'true' || source === 'false'
      ? { kind: 'boolean', boolean: source === 'true', source, span }
      : null;
  }
  if (number.test(source)) return { kind: 'number', number: Number(source), source, span };
  const isDate = dated.test(source);
  if (isDate) noted.alike = false;
  return isDate || version.test(source)
    ? { kind: 'text', text: source, style: 'plain', span }
    : null;
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };
const whole = /^(?:[^"\\]|\\["\\nt])*$/;

/** What stands between double quotes, the most usual escapes resolved; null for others. */
function unescaped(inner: string): string | null {
  if (!inner.includes('\\')) return inner.includes('"') ? null : inner;
  if (!whole.test(inner)) return null;
  return inner.replaceAll(/\\(.)/g, (_, sign: string) => escapes[sign] ?? sign);
}

const bracketed = /\[([^[\]{}\n]*)\] *$/y;

/** `[a, "b"]` on one line. */
export function flowList(
  text: string,
  { start, end }: Span,
  base: number,
  noted: Noted,
): ListValue | null {
  bracketed.lastIndex = start;
  const found = bracketed.exec(text.slice(0, end));
  if (!found) return null;
  const inner = found[1] ?? '';
  const items: Value[] = [];
  const close = start + 1 + inner.length;
  const span = { start: base + start, end: base + close + 1 };
  if (inner.trim() === '') return { kind: 'list', items, flow: true, span };
  for (let from = start + 1; from <= close; ) {
    const comma = text.indexOf(',', from);
    const stop = comma < 0 || comma > close ? close : comma;
    let first = from;
    while (first < stop && text.charCodeAt(first) === 32) first++;
    const value = scalarAt(text, { start: first, end: stop }, base, noted);
    // A quote that is closed behind a comma is not looked for.
    if (!value) return null;
    items.push(value);
    from = stop + 1;
  }
  return { kind: 'list', items, flow: true, span };
}
