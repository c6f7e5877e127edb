// Values with their spans: the shape shared by the outline and by the readings of all hosts.
import type { Span } from '../text/span';

export type StringStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface StringValue {
  readonly kind: 'text';
  readonly text: string;
  readonly style: StringStyle;
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

/** `key:` without a value, `~` or `null`. */
export interface NullValue {
  readonly kind: 'null';
  readonly source: string;
  readonly span: Span;
}

/** Only in hosts that read YAML 1.1. */
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
  | StringValue
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

/** The path of a value from the top: keys and list indices. */
export type Path = readonly (string | number)[];

/** Whether JavaScript takes the value for false. */
export const isFalsy = (value: Value): boolean =>
  value.kind === 'null' ||
  (value.kind === 'boolean' && !value.boolean) ||
  (value.kind === 'number' && value.number === 0) ||
  (value.kind === 'text' && value.text === '');

export const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'text' ? value.text : undefined;

export function entryOf(entries: readonly Entry[], key: string): Entry | undefined {
  for (const entry of entries) if (entry.key === key) return entry;
  return undefined;
}

/** The value of a key; undefined where the value is no map or does not have it. */
export const valueAtKey = (value: Value, key: string): Value | undefined =>
  value.kind === 'map' ? entryOf(value.entries, key)?.value : undefined;

/** The value at `path`; undefined if there is none. */
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

/** The value with all spans replaced by `mapSpan(span)`. */
export function mapValueSpans(value: Value, mapSpan: (span: Span) => Span): Value {
  const span = mapSpan(value.span);
  if (value.kind === 'list')
    return { ...value, span, items: value.items.map((item) => mapValueSpans(item, mapSpan)) };
  if (value.kind === 'map')
    return { ...value, span, entries: value.entries.map((entry) => mapEntrySpans(entry, mapSpan)) };
  return { ...value, span };
}

/** The entry with all spans replaced by `mapSpan(span)`. */
export const mapEntrySpans = (
  { key, keySpan, value, span }: Entry,
  mapSpan: (span: Span) => Span,
): Entry => ({
  key,
  keySpan: mapSpan(keySpan),
  value: mapValueSpans(value, mapSpan),
  span: mapSpan(span),
});

/** The entries with each scalar in them replaced by `convert(scalar)`; unchanged entries stay identical. */
export const convertScalars = (
  entries: readonly Entry[],
  convert: (value: Value) => Value,
): readonly Entry[] =>
  entries.map((entry) => {
    const value = convertedValue(entry.value, convert);
    return value === entry.value ? entry : { ...entry, value };
  });

function convertedValue(value: Value, convert: (value: Value) => Value): Value {
  if (value.kind === 'map') {
    const entries = convertScalars(value.entries, convert);
    return entries.every((entry, index) => entry === value.entries[index])
      ? value
      : { ...value, entries };
  }
  if (value.kind !== 'list') return convert(value);
  const items = value.items.map((item) => convertedValue(item, convert));
  return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
}

/** The value as a plain JavaScript value. Dates become ISO strings. */
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

/** Comparing so few keys with each other takes less time than creating a set. */
const maxForSearch = 16;

/** Whether two entries have the same key. */
export function hasDuplicateKeys(entries: readonly Entry[]): boolean {
  if (entries.length > maxForSearch)
    return new Set(entries.map((one) => one.key)).size < entries.length;
  for (let later = 1; later < entries.length; later++) {
    const key = entries[later]?.key;
    for (let at = 0; at < later; at++) if (entries[at]?.key === key) return true;
  }
  return false;
}
