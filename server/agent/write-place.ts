// The lines that belong to a key or an item. Determined by the sketch, so that editing an invalid value does not affect
// adjacent entries.
import { covers, type Span } from '../text/span';
import type { Entry, Path, Value } from '../yaml/value';
import { isBlank, lineFrom, lineStart, skipSpaces, trimSpaces } from './caret-lines';
import { type Slot, sketchOf } from './caret-sketch';
import type { Outline } from './outline';

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
