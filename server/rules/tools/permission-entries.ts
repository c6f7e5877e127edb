// Finds the lines of permission rules and moves a rule before others.
import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import { covers, type Span } from '../../text/span';
import type { Entry, MapValue, Value } from '../../yaml/value';

/** The entry that begins at the span, with its map; undefined where the rule is not an entry of a map. */
export function entryAt(
  { root }: Outline,
  { start }: Span,
): { readonly entry: Entry; readonly map: MapValue } | undefined {
  return root ? search(root, start) : undefined;
}

function search(
  value: Value,
  start: number,
): { readonly entry: Entry; readonly map: MapValue } | undefined {
  if (value.kind === 'list') {
    for (const item of value.items) {
      const found = search(item, start);
      if (found) return found;
    }
  }
  if (value.kind !== 'map') return undefined;
  for (const entry of value.entries) {
    if (entry.keySpan.start === start) return { entry, map: value };
    const found = search(entry.value, start);
    if (found) return found;
  }
  return undefined;
}

/** Moves the lines of the entry before the first other entry that contains one of `spans`. */
export function moveBefore(
  { text }: Outline,
  { entry, map }: { readonly entry: Entry; readonly map: MapValue },
  spans: readonly Span[],
): readonly Edit[] {
  const first = map.entries.find(
    (other) => other !== entry && spans.some((one) => covers(other.span, one)),
  );
  if (!first || map.flow) return [];
  const at = text.lastIndexOf('\n', first.keySpan.start - 1) + 1;
  const start = text.lastIndexOf('\n', entry.keySpan.start - 1) + 1;
  const tight = text.slice(entry.keySpan.start, entry.span.end).trimEnd().length;
  const end = text.indexOf('\n', entry.keySpan.start + tight) + 1;
  if (end === 0 || start <= at) return [];
  return [
    { span: { start: at, end: at }, text: text.slice(start, end) },
    { span: { start, end }, text: '' },
  ];
}
