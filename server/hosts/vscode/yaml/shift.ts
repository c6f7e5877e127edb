// Values are read with offsets in the header and given with offsets in the file.
import type { Entry, Value } from '../../../agent/value';
import { shift } from '../../../text/span';

/** The value with all its spans moved. */
export function shiftValue(value: Value, by: number): Value {
  const span = shift(value.span, by);
  if (value.kind === 'list')
    return { ...value, span, items: value.items.map((item) => shiftValue(item, by)) };
  if (value.kind === 'map')
    return { ...value, span, entries: value.entries.map((entry) => shiftEntry(entry, by)) };
  return { ...value, span };
}

const shiftEntry = ({ key, keySpan, value, span }: Entry, by: number): Entry => ({
  key,
  keySpan: shift(keySpan, by),
  value: shiftValue(value, by),
  span: shift(span, by),
});
