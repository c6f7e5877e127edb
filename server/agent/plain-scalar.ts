// Single values of the part of YAML in which every parser agrees: see `plain-yaml.ts`.
import type { Span } from '../text/span';
import type { ListValue, Value } from './value';

/** A text that begins with a letter, without what ends one: a colon before a blank, a comment. */
const word = /^[A-Za-z\u00c0-\u1fff\u3040-\ud7ff][^\n]*$/;
const ends = /:(?: |$)| #/;
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const number = /^(?:0|-?[1-9]\d{0,8})(?:\.\d{1,8})?$/;

/** The one value on a line, blanks behind it left out; null for what parsers may read differently. */
export function scalarAt(text: string, line: Span, base: number): Value | null {
  const { start } = line;
  let { end } = line;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  const source = text.slice(start, end);
  const span = { start: base + start, end: base + end };
  const quote = source.charCodeAt(0);
  if (quote === 34 || quote === 39) {
    const inner = source.slice(1, -1);
    const isWhole = source.length > 1 && source.charCodeAt(source.length - 1) === quote;
    if (!isWhole || inner.includes(quote === 34 ? '"' : "'")) return null;
    if (quote === 34 && inner.includes('\\')) return null;
    return { kind: 'text', text: inner, style: quote === 34 ? 'double' : 'single', span };
  }
  if (word.test(source)) {
    if (ends.test(source)) return null;
    if (!reserved.test(source)) return { kind: 'text', text: source, style: 'plain', span };
    return source === 'true' || source === 'false'
      ? { kind: 'boolean', boolean: source === 'true', source, span }
      : null;
  }
  return number.test(source) ? { kind: 'number', number: Number(source), source, span } : null;
}

const bracketed = /\[([^[\]{}\n]*)\] *$/y;

/** `[a, "b"]` on one line. */
export function flowList(text: string, { start, end }: Span, base: number): ListValue | null {
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
    const value = scalarAt(text, { start: first, end: stop }, base);
    // A quote that is closed behind a comma is not looked for.
    if (!value) return null;
    items.push(value);
    from = stop + 1;
  }
  return { kind: 'list', items, flow: true, span };
}
