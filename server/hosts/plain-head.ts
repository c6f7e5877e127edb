// Where a head holds only what every YAML parser reads alike, the tolerant tree is what a host's own parser would make.
// It may also hold a date, or a word such as `yes`: these are texts in the tree, and a host says itself what it makes of them.
import type { Outline } from '../agent/outline';
import type { Entry, Value } from '../agent/value';
import type { Span } from '../text/span';

/** The head and what follows it, where a host that looks for fences of its own finds those of the outline; null elsewhere. */
export function plainRegions(outline: Outline): {
  readonly head: Span;
  readonly body: Span;
} | null {
  const { shape, opening, language, head, bom, body } = outline;
  if (!isRead(outline) || shape !== 'closed' || language !== '') return null;
  return opening?.start === (bom ? 1 : 0) ? { head, body } : null;
}

/**
 * The fields between a host's own fences, or null where its parser has to be asked.
 * @param head what the host takes for the head, with the last line break or without it.
 */
export function plainFields(outline: Outline, { start, end }: Span): readonly Entry[] | null {
  const { shape, head, text, fields } = outline;
  if (!isRead(outline) || shape !== 'closed' || start !== head.start) return null;
  return end === head.end || (end === head.end - 1 && text.charCodeAt(end) === 10) ? fields : null;
}

/** Read without a parser, and nothing in it that any would refuse. */
const isRead = ({ isScanned, errors }: Outline): boolean =>
  isScanned === true && errors.length === 0;

/** Fields with each single value in them as the host takes it. */
export const retyped = (
  fields: readonly Entry[],
  take: (value: Value) => Value,
): readonly Entry[] =>
  fields.map((entry) => {
    const value = retypedValue(entry.value, take);
    return value === entry.value ? entry : { ...entry, value };
  });

function retypedValue(value: Value, take: (value: Value) => Value): Value {
  if (value.kind === 'map') return { ...value, entries: retyped(value.entries, take) };
  if (value.kind !== 'list') return take(value);
  const items = value.items.map((item) => retypedValue(item, take));
  return items.every((item, index) => item === value.items[index]) ? value : { ...value, items };
}
