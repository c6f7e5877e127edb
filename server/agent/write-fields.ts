// Edits of whole fields and of the fences around them.
import type { Edit } from '../text/edit';
import { flowScalar, scalar } from '../yaml/scalar';
import { type Entry, entryOf } from '../yaml/value';
import { isDash, isQuote, lineFrom, lineStart, skipSpaces } from './caret-lines';
import { sketchOf } from './caret-sketch';
import type { Outline } from './outline';
import type { Slot } from './sketch-types';
import { isInFlow, linesOfSlot, removeFlowItem, slotOf, tight } from './write-place';

/** Removes a field with all of its lines and the line break. */
export function removeField(outline: Outline, entry: Entry): readonly Edit[] {
  const slot = slotOf(outline, entry);
  if (!slot) return isInFlow(outline, entry.keySpan) ? removeFlowItem(outline, entry.span) : [];
  const lines = linesOfSlot(outline, slot);
  const { text } = outline;
  const first = skipSpaces(text, lineStart(text, slot.start), slot.start);
  if (!isDash(text, first, slot.start)) return [{ span: lines, text: '' }];
  const next = nextKey(outline, slot);
  const end = next ? next.start : tight(text, { start: slot.start, end: lines.end }).end;
  return [{ span: { start: slot.start, end }, text: '' }];
}

const nextKey = (outline: Outline, slot: Slot): Slot | undefined =>
  sketchOf(outline).slots.find((other) => other.level === slot.level && other.start > slot.start);

/** Renames the key of an entry and keeps its quotes. */
export function renameKey(outline: Outline, { keySpan }: Entry, key: string): readonly Edit[] {
  const quote = outline.text.charAt(keySpan.start);
  const write = isInFlow(outline, keySpan) ? flowScalar : scalar;
  const style = isQuote(quote) ? (quote === '"' ? 'double' : 'single') : 'plain';
  return [{ span: keySpan, text: write(key, style) }];
}

/**
 * Inserts a field at the top level.
 * @param valueText the YAML after the colon; further lines are inserted unchanged.
 * @param after the key after which to insert it; null to insert it first; undefined or a missing key to insert it last.
 */
export function insertField(
  outline: Outline,
  key: string,
  valueText: string,
  after?: string | null,
): readonly Edit[] {
  const { text, eol, head, shape } = outline;
  const root = sketchOf(outline).root;
  const gap = valueText === '' || /^\r?\n/.test(valueText) ? '' : ' ';
  const field = `${' '.repeat(root.indent)}${scalar(key)}:${gap}${valueText}`.replaceAll(
    /\r?\n/g,
    eol,
  );
  if (shape === 'none') return insertFrontmatter(outline, field);
  const at = offsetAfter(outline, after);
  if (at > head.start && text.charCodeAt(at - 1) !== 10)
    return [{ span: { start: at, end: at }, text: `${eol}${field}` }];
  const isAtFence = at === head.start && outline.opening !== null && text.charCodeAt(at - 1) !== 10;
  return [
    { span: { start: at, end: at }, text: isAtFence ? `${eol}${field}${eol}` : `${field}${eol}` },
  ];
}

function offsetAfter(outline: Outline, after: string | null | undefined): number {
  const { text, head, fields } = outline;
  if (after === null) return head.start;
  const entry = after === undefined ? undefined : entryOf(fields, after);
  const slot = entry && slotOf(outline, entry);
  if (slot) return linesOfSlot(outline, slot).end;
  const end = tight(text, head).end;
  return end === head.start ? head.start : lineFrom(text, end, head.end).next;
}

/** Inserts a frontmatter before the body. @param text the lines between the fences. */
export function insertFrontmatter(outline: Outline, text: string): readonly Edit[] {
  const { text: whole, bom, shape, head, eol } = outline;
  const lines = text.replaceAll(/\r?\n/g, eol).trimEnd();
  if (shape !== 'none')
    return /\S/.test(whole.slice(head.start, head.end))
      ? []
      : [{ span: head, text: `${lines}${eol}` }];
  const start = bom ? 1 : 0;
  const hasBody = /\S/.test(whole.slice(start));
  const gap = hasBody && !/^\s/.test(whole.slice(start, start + 1)) ? eol : '';
  const end = hasBody ? start : whole.length;
  return [{ span: { start, end }, text: `---${eol}${lines}${eol}---${eol}${gap}` }];
}
