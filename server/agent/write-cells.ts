// Inserts and removes items of flow collections, with their commas and lines.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { isBlank, lineFrom, lineStart, skipSpaces } from './caret-lines';
import type { Outline } from './outline';
import { isAlone, isBreak } from './write-place';

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
