// What the parser @iarna/toml 2.2 refuses of the TOML that other programs read: it implements version 0.5.
import type { Outline } from '../../../agent/outline';
import { type Span, slice } from '../../../text/span';
import type { Value } from '../../../yaml/value';
import type { Reader } from '../../model/reading';
import { unread } from '../../model/reading';

/** A reader of valid TOML that drops what that parser refuses. */
export const iarnaReader =
  (reader: Reader): Reader =>
  (input) => {
    const { outline } = input;
    const span = refusedIn(outline);
    return span ? unread({ code: 'toml', span, fatal: true }) : reader(input);
  };

function refusedIn({ bom, errors, fields, text }: Outline): Span | null {
  if (bom) return { start: 0, end: 1 };
  if (errors.length > 0) return null;
  for (const { value } of fields) {
    const found = refusedValue(value, text);
    if (found) return found;
  }
  return null;
}

function refusedValue(value: Value, text: string): Span | null {
  const { span } = value;
  const source = slice(text, span);
  if (value.kind === 'text') return isNewerString(source) ? span : null;
  if (value.kind === 'list') {
    if (new Set(value.items.map((item) => kindOf(item, slice(text, item.span)))).size > 1)
      return span;
    return firstOf(value.items, text);
  }
  if (value.kind === 'date') return isNewerDate(source) ? span : null;
  if (value.kind !== 'map') return null;
  const found = firstOf(
    value.entries.map((entry) => entry.value),
    text,
  );
  return found ?? (isBrokenInline(source) ? span : null);
}

const firstOf = (values: readonly Value[], text: string): Span | null => {
  for (const value of values) {
    const found = refusedValue(value, text);
    if (found) return found;
  }
  return null;
};

/** All items of a list have one type, of which integers and floats are two, and so are dates with and without a time. */
const kindOf = ({ kind }: Value, source: string): string =>
  kind === 'number'
    ? `number ${/^[-+]?(?:0[xob]|[\d_]+$)/.test(source)}`
    : kind === 'date'
      ? `date ${source.replaceAll(/\d+/g, '')}`
      : kind;

/** Whether it is a time without seconds, or has a lowercase letter between date and time. */
const isNewerDate = (source: string): boolean => /(?:^|[T ])\d\d:\d\d(?:$|[^:\d])|t/.test(source);

/** Whether it has an escape of TOML 1.1, or quotes right before the three that end it. */
const isNewerString = (source: string): boolean =>
  /^"(?:[^\\]|\\[^ex])*\\[ex]/.test(source) || /^"""[\s\S]*""""$|^'''[\s\S]*''''$/.test(source);

/** Whether it is an inline table with a line break outside of its strings and lists. */
const isBrokenInline = (source: string): boolean =>
  source.startsWith('{') &&
  source.replaceAll(/"""[\s\S]*?"""|'''[\s\S]*?'''|\[[^[\]]*\]/g, '').includes('\n');
