// The lines that permission rules stand on, and putting one before another.
import type { Outline } from '../agent/outline';
import type { Entry, MapValue, Value } from '../agent/value';
import type { Edit } from '../text/edit';
import { covers, type Span } from '../text/span';

/** The entry whose lines are exactly these, with the map that it stands in; undefined where a rule is no entry. */
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

/** Moves the entry's lines before those of the first of its neighbours that holds one of `spans`. */
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
