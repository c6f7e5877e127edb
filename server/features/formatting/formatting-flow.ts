// Flow collections on one line: `[a, b]` and `{ a: b }`.
import { sketchOf } from '../../agent/caret-sketch';
import type { Outline } from '../../agent/outline';
import type { Edit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { ListValue, MapValue, Value } from '../../yaml/value';

/** Edits of the spaces between brackets, commas and items; collections that span several lines are not changed. */
export function flowEdits(outline: Outline): readonly Edit[] {
  const flows = sketchOf(outline).slots.flatMap(({ content }) =>
    content.form === 'flow' ? [content.span] : [],
  );
  if (flows.length === 0 || !outline.root) return [];
  return collectionsIn(outline.root, 0).flatMap((one) => collectionEdits(outline.text, one));
}

const maxDepth = 50;

function collectionsIn(value: Value, depth: number): (ListValue | MapValue)[] {
  if ((value.kind !== 'list' && value.kind !== 'map') || depth > maxDepth) return [];
  const children = value.kind === 'list' ? value.items : value.entries.map((entry) => entry.value);
  const below = children.flatMap((child) => collectionsIn(child, depth + 1));
  return value.flow ? [value, ...below] : below;
}

function collectionEdits(text: string, collection: ListValue | MapValue): Edit[] {
  const { start, end } = collection.span;
  const written = text.slice(start, end);
  // Nothing can follow a comment on its line, and tags and anchors are not part of the spans of values.
  if (/[\n#&!*]/.test(written)) return [];
  const cells =
    collection.kind === 'list'
      ? collection.items.map(({ span }) => span)
      : collection.entries.map(({ span }) => span);
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return spaceEdits(text, { start: start + 1, end: end - 1 }, '', '');
  const gaps = cells.slice(1).flatMap((cell, index) => {
    const before = cells[index];
    return before ? spaceEdits(text, { start: before.end, end: cell.start }, ', ', ',') : [];
  });
  const [opening, closing] = [
    { start: start + 1, end: first.start },
    { start: last.end, end: end - 1 },
  ];
  // Both `[a]` and `[ a ]` are in use; only what is neither is changed.
  const pad = text.slice(opening.start, opening.end);
  const isEven = (pad === '' || pad === ' ') && pad === text.slice(closing.start, closing.end);
  if (isEven) return gaps;
  const usual = collection.kind === 'map' ? ' ' : '';
  return [
    ...spaceEdits(text, opening, usual, ''),
    ...gaps,
    ...spaceEdits(text, closing, usual, ''),
  ];
}

/** An edit only where the span has nothing but spaces and `between`. */
function spaceEdits(text: string, span: Span, even: string, between: string): Edit[] {
  if (span.end < span.start) return [];
  const written = text.slice(span.start, span.end);
  return written.trim() === between && written !== even ? [{ span, text: even }] : [];
}
