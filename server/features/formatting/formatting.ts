// Formats the frontmatter: one space after a colon, consistent indentation, no trailing spaces. Quotes and the style of lists are
// kept. The meaning never changes: the result is parsed and compared. A frontmatter with errors is not formatted, nor one that a
// host does not read as YAML.
import { type Line, lineFrom, skipSpaces, trimSpaces } from '../../agent/caret-lines';
import { sketchOf } from '../../agent/caret-sketch';
import { type Outline, outlineOf } from '../../agent/outline';
import type { Slot } from '../../agent/sketch-types';
import type { Writer } from '../../agent/writer';
import { applyEdits, type Edit } from '../../text/edit';
import { covers, type Span } from '../../text/span';
import { plain, type Value } from '../../yaml/value';
import { flowEdits } from './formatting-flow';

export interface FormatOptions {
  /** Spaces per level; by default as many as the frontmatter itself uses. */
  readonly indent?: number;
}

/** Edits that change only whitespace of the frontmatter. None where it has errors or another syntax. */
export function formatFrontmatter(
  { outline, isYaml }: Pick<Writer, 'outline' | 'isYaml'>,
  options: FormatOptions = {},
): readonly Edit[] {
  if (!isYaml) return [];
  if (outline.errors.length > 0 || outline.root?.kind !== 'map' || outline.root.flow) return [];
  const { indent = ownIndent(outline) } = options;
  const scalars = scalarSpans(outline);
  const inLines = [
    ...colonEdits(outline),
    ...flowEdits(outline),
    ...trailingEdits(outline, scalars),
  ];
  const shifted = indentEdits(outline, indent);
  const attempts = [[...inLines, ...shifted], inLines, trailingEdits(outline, scalars)];
  return (
    attempts
      .map((edits) => disjoint(outline, edits))
      .find((edits) => isSameMeaning(outline, edits)) ?? []
  );
}

const defaultIndent = 2;

/**
 * The most common indentation below a key in spaces, the first of several; 2 where nothing is indented. The tab size of the editor
 * is not used, as it would move every line of files that are indented by two spaces.
 */
function ownIndent(outline: Outline): number {
  const seen = new Set<Slot['level']>();
  const counts = new Map<number, number>();
  for (const { level, indent } of sketchOf(outline).slots) {
    if (seen.has(level) || !level.owner?.key) continue;
    seen.add(level);
    const step = indent - level.owner.indent;
    if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? defaultIndent;
}

/** Scalars, in which spaces are significant: block scalars and multi-line strings. */
const scalarSpans = (outline: Outline): readonly Span[] =>
  sketchOf(outline).slots.flatMap(({ content }) =>
    content.form === 'block' || content.form === 'quoted' || content.form === 'plain'
      ? [content.span]
      : [],
  );

/** `name:   x` and `name : x` to `name: x`; `-   x` to `- x`. */
function colonEdits(outline: Outline): Edit[] {
  const { text, head } = outline;
  return sketchOf(outline).slots.flatMap((slot) => {
    const line = lineFrom(text, slot.after, head.end);
    const from = slot.key ? slot.key.outer.end : slot.after;
    const to = skipSpaces(text, slot.after, line.end);
    // A nested value after a dash may have further lines at its own column.
    const isFree =
      slot.content.form !== 'nested' &&
      slot.content.form !== 'none' &&
      to < line.end &&
      text.charAt(to) !== '#';
    const even = slot.key ? ': ' : ' ';
    const span = { start: from, end: to };
    return isFree && slot.after > slot.start && text.slice(from, to) !== even
      ? [{ span, text: even }]
      : [];
  });
}

function trailingEdits({ text, head }: Outline, scalars: readonly Span[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (let from = head.start; from < head.end; ) {
    const line = lineFrom(text, from, head.end);
    const end = trimSpaces(text, line.start, line.end);
    while ((scalars[at]?.end ?? Number.POSITIVE_INFINITY) <= end) at++;
    const isInScalar = (scalars[at]?.start ?? Number.POSITIVE_INFINITY) < line.end;
    if (end < line.end && !isInScalar)
      edits.push({ span: { start: end, end: line.end }, text: '' });
    from = line.next;
  }
  return edits;
}

/** Moves whole lines, each by as much as the key or dash that it belongs to. */
function indentEdits(outline: Outline, step: number): Edit[] {
  const { text, head } = outline;
  const { slots } = sketchOf(outline);
  const moves = movesOf(slots, step);
  const edits: Edit[] = [];
  let index = -1;
  for (let from = head.start; from < head.end; ) {
    const line = lineFrom(text, from, head.end);
    while ((slots[index + 1]?.start ?? Number.POSITIVE_INFINITY) < line.end) index++;
    const slot = slots[index];
    const isOwn = slot && (slot.start >= line.start || line.start < slot.end);
    // A comment moves with the key below it.
    const owner = isOwn ? slot : (slots[index + 1] ?? slot);
    const edit = moved(text, line, (owner && moves.get(owner)) ?? 0);
    if (edit) edits.push(edit);
    from = line.next;
  }
  return edits;
}

function moved(text: string, line: Line, by: number): Edit | null {
  const first = skipSpaces(text, line.start, line.end);
  if (by === 0 || first === line.end) return null;
  if (by > 0) return { span: { start: line.start, end: line.start }, text: ' '.repeat(by) };
  return { span: { start: line.start, end: Math.min(first, line.start - by) }, text: '' };
}

/** How far each slot is moved: keys below a key by one step, keys after a dash with their dash. */
function movesOf(slots: readonly Slot[], step: number): Map<Slot, number> {
  const moves = new Map<Slot, number>();
  const columns = new Map<Slot['level'], number>();
  // Items at the column of their key are a style of their own, if the file has no other items.
  const hasIndentedItems = slots.some(
    ({ key, indent, level: { owner } }) => !key && owner?.key && indent > owner.indent,
  );
  for (const slot of slots) {
    const { level } = slot;
    const stepHere = slot.key || hasIndentedItems ? step : 0;
    const column = columns.get(level) ?? columnFor(slot, moves, stepHere);
    columns.set(level, column);
    moves.set(slot, column - slot.indent);
  }
  return moves;
}

function columnFor(
  { level: { owner }, indent }: Slot,
  moves: ReadonlyMap<Slot, number>,
  step: number,
): number {
  if (!owner) return 0;
  const by = moves.get(owner) ?? 0;
  return owner.key ? owner.indent + by + step : indent + by;
}

/** Keeps the first of edits that overlap. */
function disjoint({ head }: Outline, edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let done = head.start;
  return sorted.filter(({ span }) => {
    const isFree = covers(head, span) && span.start >= done;
    if (isFree) done = span.end;
    return isFree;
  });
}

function isSameMeaning(outline: Outline, edits: readonly Edit[]): boolean {
  const after = outlineOf(applyEdits(outline.text, edits), outline.form);
  if (after.errors.length > 0 || !after.root || !outline.root) return false;
  return (
    shown(after.root) === shown(outline.root) &&
    comments(after).join('\n') === comments(outline).join('\n')
  );
}

const shown = (value: Value): string => JSON.stringify(ordered(value));

/** Includes the order of keys, duplicates, and the kinds of values. */
function ordered(value: Value): unknown {
  if (value.kind === 'map')
    return value.entries.map(({ key, value: inner }) => [key, ordered(inner)]);
  if (value.kind === 'list') return { list: value.items.map(ordered) };
  return [value.kind, plain(value)];
}

function comments(outline: Outline): string[] {
  const { text } = outline;
  const sketch = sketchOf(outline);
  const spans = [
    ...sketch.comments,
    ...sketch.slots.flatMap(({ content }) => content.comment ?? []),
  ];
  return spans.map(({ start, end }) => text.slice(start, end).trim()).sort();
}
