// A line of a file with some of its tokens underlined: cut where it is long, straight where signs are wide.
import { type Cell, cellsOf } from './cells';

/** What is underlined: UTF-16 units of the line, the end behind the last. */
export interface Mark<C> {
  readonly from: number;
  readonly to: number;
  readonly color: C;
}

export interface Excerpt {
  readonly line: string;
  /** Below it: blanks and carets. */
  readonly marks: string;
}

/** Whether all of them can be seen at once. */
export function isSeenWhole(
  line: string,
  marks: readonly Mark<unknown>[],
  columns: number,
): boolean {
  const { start, end, total } = extent(placed(line), marks);
  return total <= columns || end - start <= columns / 2;
}

/** @param paint colours a run of carets. */
export function excerpt<C>(
  line: string,
  marks: readonly Mark<C>[],
  columns: number,
  paint: (text: string, color: C) => string,
): Excerpt {
  const cells = placed(line);
  const { start, total } = extent(cells, marks);
  const left = cutAt(start, total, columns);
  const right = left + columns - (left > 0 ? 1 : 0);
  const isCut = total > right;
  const shown = cells.filter(
    ({ column, width }) => column >= left && column + width <= (isCut ? right - 1 : right),
  );
  const before = left > 0 ? '…' : '';
  // A wide sign that was cut through leaves its place empty.
  const gap = Math.max(0, (shown[0]?.column ?? left) - left);
  const text = shown.map((cell) => cell.text).join('');
  const indent = ' '.repeat(before.length + gap);
  return {
    line: `${before}${' '.repeat(gap)}${text}${isCut ? '…' : ''}`,
    marks: `${indent}${carets(shown, marks, paint)}`.trimEnd(),
  };
}

interface Placed extends Cell {
  /** Where it is shown. */
  readonly column: number;
  /** Where it stands in the line. */
  readonly offset: number;
}

/** Many findings may stand in one long line: it is measured once. */
let known: { readonly line: string; readonly cells: readonly Placed[] } | undefined;

function placed(line: string): readonly Placed[] {
  if (known?.line !== line) known = { line, cells: measured(line) };
  return known.cells;
}

function measured(line: string): readonly Placed[] {
  let column = 0;
  let offset = 0;
  return cellsOf(line).map((cell) => {
    const at = { ...cell, column, offset };
    column += cell.width;
    offset += cell.length;
    return at;
  });
}

/** Columns from the first mark to the end of the last, and of the line. */
function extent(
  cells: readonly Placed[],
  marks: readonly Mark<unknown>[],
): { start: number; end: number; total: number } {
  const last = cells.at(-1);
  const total = last ? last.column + last.width : 0;
  const columnOf = (offset: number): number => cells[firstBehind(cells, offset)]?.column ?? total;
  return {
    start: Math.min(...marks.map(({ from }) => columnOf(from))),
    end: Math.max(...marks.map(({ to }) => columnOf(to))),
    total,
  };
}

/** The index of the first cell that ends behind an offset. */
function firstBehind(cells: readonly Placed[], target: number): number {
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell && cell.offset + cell.length > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first column that is shown: a third of the room stands before the first mark. */
function cutAt(start: number, total: number, columns: number): number {
  if (total <= columns || start < columns / 2) return 0;
  return Math.max(0, Math.min(start - Math.floor(columns / 3), total - columns + 1));
}

function carets<C>(
  shown: readonly Placed[],
  marks: readonly Mark<C>[],
  paint: (text: string, color: C) => string,
): string {
  const last = shown.at(-1);
  const end = last ? last.offset + last.length : 0;
  const runs: { mark: Mark<C> | undefined; width: number }[] = [];
  for (const { offset, length, width } of shown) {
    const mark = marks.find(({ from, to }) => from < offset + length && to > offset);
    const run = runs.at(-1);
    if (run && run.mark === mark) run.width += width;
    else runs.push({ mark, width });
  }
  // What is missing at a place of no width is told by one caret; at the end of the line, by one behind it.
  const empty = marks.find(({ from, to }) => from >= to || from >= end);
  if (empty && runs.every(({ mark }) => mark === undefined)) {
    const before = shown.filter(({ offset }) => offset < empty.from);
    return ' '.repeat(widthOfAll(before)) + paint('^', empty.color);
  }
  return runs
    .map(({ mark, width }) => (mark ? paint('^'.repeat(width), mark.color) : ' '.repeat(width)))
    .join('');
}

const widthOfAll = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { width }) => sum + width, 0);
