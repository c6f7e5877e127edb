// Folding ranges: the frontmatter, and every field in it that spans several lines.
import { sketchOf } from '../agent/caret-sketch';
import { headingsOf } from '../agent/headings';
import type { Outline } from '../agent/outline';
import type { Slot } from '../agent/sketch-types';
import type { Span } from '../text/span';
import { maxHeadLength } from '../yaml/limits';

export interface Fold {
  /** From the line that stays visible to the last line that is hidden. */
  readonly span: Span;
  readonly kind: 'frontmatter' | 'field' | 'section';
}

export interface FoldOptions {
  /** For editors that do not fold the sections of Markdown themselves. */
  readonly sections?: boolean;
}

/** Folds in source order. In a frontmatter that is too long to be read, fields have none. */
export function folds(outline: Outline, { sections = false }: FoldOptions = {}): readonly Fold[] {
  const { opening, closing, head } = outline;
  return [
    ...(opening && closing
      ? [{ span: { start: opening.start, end: closing.end }, kind: 'frontmatter' as const }]
      : []),
    ...(head.end - head.start > maxHeadLength ? [] : fieldFolds(outline)),
    ...(sections ? sectionFolds(outline) : []),
  ];
}

function fieldFolds(outline: Outline): Fold[] {
  const ends = new Map<Slot, number>();
  const open: Slot[] = [];
  let last = 0;
  const { slots } = sketchOf(outline);
  for (const slot of slots) {
    for (let top = open.at(-1); top && !holds(top, slot); top = open.at(-1)) {
      ends.set(top, last);
      open.pop();
    }
    open.push(slot);
    last = slot.end;
  }
  for (const slot of open) ends.set(slot, last);
  return slots
    .filter((slot) => slot.key && isSeveralLines(outline, slot.start, ends.get(slot) ?? slot.end))
    .map((slot) => ({
      span: { start: slot.start, end: ends.get(slot) ?? slot.end },
      kind: 'field',
    }));
}

/** Whether a slot belongs to another. List items may have the indentation of their key. */
const holds = (outer: Slot, slot: Slot): boolean =>
  slot.indent > outer.indent ||
  (slot.indent === outer.indent && slot.key === null && outer.key !== null);

function isSeveralLines({ text }: Outline, start: number, end: number): boolean {
  const lf = text.indexOf('\n', start);
  return lf >= 0 && lf < end;
}

function sectionFolds(outline: Outline): Fold[] {
  const { text } = outline;
  return headingsOf(outline).flatMap(({ section }) => {
    const written = text.slice(section.start, section.end).trimEnd();
    const span = { start: section.start, end: section.start + written.length };
    return isSeveralLines(outline, span.start, span.end)
      ? [{ span, kind: 'section' as const }]
      : [];
  });
}
