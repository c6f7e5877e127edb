// What stands behind a key, with its place in the text: one shape for the tolerant outline and for what each host reads.
import { oneLine } from '../text/one-line';
import type { Span } from '../text/span';

export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
  readonly style: TextStyle;
  readonly span: Span;
}

export interface NumberValue {
  readonly kind: 'number';
  readonly number: number;
  /** As written: `010`, `1e3`. */
  readonly source: string;
  readonly span: Span;
}

export interface BooleanValue {
  readonly kind: 'boolean';
  readonly boolean: boolean;
  readonly source: string;
  readonly span: Span;
}

/** `key:` with nothing behind it, `~` or `null`. */
export interface NullValue {
  readonly kind: 'null';
  readonly source: string;
  readonly span: Span;
}

/** Only hosts that read YAML 1.1 have these. */
export interface DateValue {
  readonly kind: 'date';
  /** ISO 8601, UTC. */
  readonly iso: string;
  readonly span: Span;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly flow: boolean;
  readonly span: Span;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
  readonly flow: boolean;
  readonly span: Span;
}

export type Value =
  | TextValue
  | NumberValue
  | BooleanValue
  | NullValue
  | DateValue
  | ListValue
  | MapValue;

/** One `key: value`. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Value;
  /** Key and value together. */
  readonly span: Span;
}

/** A way down from the top: keys and list indices. */
export type Path = readonly (string | number)[];

export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'text' ? value.text : undefined;

export function entryOf(entries: readonly Entry[], key: string): Entry | undefined {
  for (const entry of entries) if (entry.key === key) return entry;
  return undefined;
}

/** The value at `path`, or undefined where there is none. */
export function valueAt(entries: readonly Entry[], path: Path): Value | undefined {
  const [first, ...rest] = path;
  if (typeof first !== 'string') return undefined;
  let value: Value | undefined = entryOf(entries, first)?.value;
  for (const step of rest) {
    if (typeof step === 'number') value = value?.kind === 'list' ? value.items[step] : undefined;
    else value = value?.kind === 'map' ? entryOf(value.entries, step)?.value : undefined;
  }
  return value;
}

/** The same value at other places. */
export function carryValue(value: Value, carry: (span: Span) => Span): Value {
  const span = carry(value.span);
  if (value.kind === 'list')
    return { ...value, span, items: value.items.map((item) => carryValue(item, carry)) };
  if (value.kind === 'map')
    return { ...value, span, entries: value.entries.map((entry) => carryEntry(entry, carry)) };
  return { ...value, span };
}

/** The same entry at other places. */
export const carryEntry = (
  { key, keySpan, value, span }: Entry,
  carry: (span: Span) => Span,
): Entry => ({
  key,
  keySpan: carry(keySpan),
  value: carryValue(value, carry),
  span: carry(span),
});

/** The value as a program would hold it. Dates become ISO text. */
export function plain(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'null':
      return null;
    case 'date':
      return value.iso;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
  }
}

/** For messages: `a list`, `the number 5`, `nothing`. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text === '' ? 'an empty text' : `"${oneLine(value.text, 40)}"`;
    case 'number':
      return `the number ${value.source}`;
    case 'boolean':
      return value.source;
    case 'null':
      return 'empty';
    case 'date':
      return 'a date';
    case 'list':
      return value.items.length === 0 ? 'an empty list' : 'a list';
    case 'map':
      return 'a map';
  }
}

/** So few keys are held each against each sooner than a set of them is made. */
const few = 16;

/** Whether a key stands there twice. */
export function hasDoubles(entries: readonly Entry[]): boolean {
  if (entries.length > few) return new Set(entries.map((one) => one.key)).size < entries.length;
  for (let later = 1; later < entries.length; later++) {
    const key = entries[later]?.key;
    for (let at = 0; at < later; at++) if (entries[at]?.key === key) return true;
  }
  return false;
}
