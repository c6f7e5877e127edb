// The lines that belong to a key or an item. Determined by the sketch, so that editing an invalid value does not affect
// adjacent entries.

import type { Edit } from '../text/edit';
import { covers, type Span } from '../text/span';
import type { Entry, Path, Value } from '../yaml/value';
import { isBlank, lineFrom, lineStart, skipSpaces, trimSpaces } from './caret-lines';
import { sketchOf } from './caret-sketch';
import type { Outline } from './outline';
import type { Slot } from './sketch-types';

/** The slot of a block entry; undefined for entries of flow maps. */
export const slotOf = (outline: Outline, entry: Entry): Slot | undefined =>
  sketchOf(outline).slots.find(
    (slot) => slot.key?.outer.start === entry.keySpan.start && slot.hasColon,
  );

/** The slot of the list item at this path. */
export const dashAt = (outline: Outline, path: Path): Slot | undefined =>
  sketchOf(outline).slots.find(
    (slot) => slot.key === null && slot.start < slot.after && isSame(slot.path, path),
  );

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** The span of all lines that belong to the key or dash, including the last line break. */
export function linesOfSlot(outline: Outline, slot: Slot): Span {
  const { text, head } = outline;
  const start = Math.max(head.start, lineStart(text, slot.start));
  const next = sketchOf(outline).slots.find(
    (other) => other.start > slot.start && endsAt(slot, other),
  );
  const until = next ? lineStart(text, next.start) : head.end;
  const first = lineFrom(text, slot.start, head.end);
  let end = first.next;
  for (let line = first; line.next < until; ) {
    line = lineFrom(text, line.next, until);
    if (belongs(text, line, slot)) end = line.next;
  }
  return { start, end };
}

function endsAt(slot: Slot, other: Slot): boolean {
  if (other.indent < slot.indent) return true;
  return other.indent === slot.indent && (other.key !== null || slot.key === null);
}

/** Whether the line belongs to the slot. Blank lines and comments at its own column do not. */
function belongs(text: string, line: Span, slot: Slot): boolean {
  const first = skipSpaces(text, line.start, line.end);
  if (first === line.end)
    return first <= slot.end && line.end <= slot.end && slot.content.form !== 'none';
  if (line.end <= slot.end) return true;
  return text.charAt(first) !== '#' || first - line.start > slot.indent;
}

/** The span without its last line break. */
export function withoutLineBreak(text: string, { start, end }: Span): Span {
  let to = end;
  if (to > start && text.charCodeAt(to - 1) === 10) to--;
  if (to > start && text.charCodeAt(to - 1) === 13) to--;
  return { start, end: to };
}

/** Whether the span is in a flow collection, where more characters need quotes. */
export const isInFlow = (outline: Outline, span: Span): boolean =>
  // The tree of a simple frontmatter is reliable, and faster than a sketch.
  isReliable(outline)
    ? isInFlowOf(outline.root, span)
    : // Without a bracket before the span no sketch is needed; most frontmatters have none.
      bracket.test(outline.text.slice(outline.head.start, span.start + 1)) &&
      sketchOf(outline).slots.some(
        ({ content }) => content.form === 'flow' && covers(content.span, span),
      );

const bracket = /[[{]/;

const isReliable = ({ isSimple, errors }: Outline): boolean => isSimple && errors.length === 0;

function isInFlowOf(value: Value | null, span: Span): boolean {
  if (value?.kind !== 'list' && value?.kind !== 'map') return false;
  if (!covers(value.span, span)) return false;
  if (value.flow) return true;
  if (value.kind === 'list') return value.items.some((item) => isInFlowOf(item, span));
  return value.entries.some((entry) => isInFlowOf(entry.value, span));
}

/** The span without spaces and line breaks at its end. */
export function tight(text: string, { start, end }: Span): Span {
  let to = end;
  while (to > start && (isBlank(text.charCodeAt(to - 1)) || isBreak(text.charCodeAt(to - 1)))) to--;
  return { start, end: to };
}

export const isBreak = (code: number): boolean => code === 10 || code === 13;

/** Whether only spaces surround the span on its lines. */
export function isAlone(text: string, { start, end }: Span): boolean {
  const from = lineStart(text, start);
  const line = lineFrom(text, end, text.length);
  return skipSpaces(text, from, start) === start && trimSpaces(text, end, line.end) === end;
}

// Inserts and removes items of flow collections, with their commas and lines.

/** Removes an item of a flow collection with one of its commas, and with its line if nothing else is on it. */
export function removeFlowItem({ text }: Outline, cell: Span): readonly Edit[] {
  const after = skipSpace(text, cell.end);
  const hasComma = text.charAt(after) === ',';
  const before = trimSpace(text, cell.start);
  const comma = text.charAt(before - 1) === ',' ? before - 1 : -1;
  const whole = { start: cell.start, end: hasComma ? after + 1 : cell.end };
  if (isAlone(text, whole)) {
    const line = {
      start: lineStart(text, whole.start),
      end: lineFrom(text, whole.end, text.length).next,
    };
    const isLast = ']}'.includes(text.charAt(skipSpace(text, whole.end)));
    const isDangling = isLast && !hasComma && comma >= 0;
    return [
      ...(isDangling ? [{ span: { start: comma, end: comma + 1 }, text: '' }] : []),
      { span: line, text: '' },
    ];
  }
  if (hasComma && !isLastCell(text, after + 1)) {
    return [
      { span: { start: cell.start, end: skipSpaces(text, after + 1, text.length) }, text: '' },
    ];
  }
  return [
    {
      span: { start: comma < 0 ? cell.start : comma, end: comma < 0 ? whole.end : cell.end },
      text: '',
    },
  ];
}

const isLastCell = (text: string, from: number): boolean =>
  ']}'.includes(text.charAt(skipSpace(text, from)));

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function trimSpace(text: string, from: number): number {
  let at = from;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

const isSpace = (code: number): boolean => isBlank(code) || isBreak(code);

/** Inserts a formatted item after the last one of the flow collection at `list`. */
export function addFlowItem(
  { text, eol }: Outline,
  list: Span,
  last: Span | undefined,
  written: string,
): readonly Edit[] {
  if (!last)
    return [
      {
        span: { start: list.start + 1, end: Math.max(list.start + 1, list.end - 1) },
        text: written,
      },
    ];
  const start = lineStart(text, last.start);
  const isOnePerLine = start > list.start && skipSpaces(text, start, last.start) === last.start;
  const gap = isOnePerLine ? `,${eol}${text.slice(start, last.start)}` : ', ';
  return [{ span: { start: last.end, end: last.end }, text: `${gap}${written}` }];
}
