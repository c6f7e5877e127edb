// A line of a file with some of its tokens underlined: cut where it is long, straight where signs are wide.
import { type Cell, cellsOf, isPlainAscii } from './cells';

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
  const { start, end, total } = extent(measured(line), marks);
  return total <= columns || end - start <= columns / 2;
}

/** @param paint colours a run of carets. */
export function excerpt<C>(
  line: string,
  marks: readonly Mark<C>[],
  columns: number,
  paint: (text: string, color: C) => string,
): Excerpt {
  const measure = measured(line);
  const { start, total } = extent(measure, marks);
  const left = cutAt(start, total, columns);
  const right = left + columns - (left > 0 ? 1 : 0);
  const isCut = total > right;
  const shown = measure.between(left, isCut ? right - 1 : right, marks);
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

/** A line as it is shown. */
interface Measure {
  /** Columns of the whole. */
  readonly total: number;
  /** Where the sign stands that holds an offset; the end behind the last. */
  readonly columnOf: (offset: number) => number;
  /** The signs that are whole between two columns: one by one, or those together that lie alike under the marks. */
  readonly between: (
    left: number,
    right: number,
    marks: readonly Mark<unknown>[],
  ) => readonly Placed[];
}

/** Many findings may stand in one long line: it is measured once. */
let known: { readonly line: string; readonly measure: Measure } | undefined;

function measured(line: string): Measure {
  if (known?.line !== line)
    known = { line, measure: isPlainAscii(line) ? letterByLetter(line) : signBySign(line) };
  return known.measure;
}

/** Each letter has a column: the line is cut where marks begin and end, and nowhere else. */
const letterByLetter = (line: string): Measure => ({
  total: line.length,
  columnOf: (offset) => Math.min(offset, line.length),
  between(left, right, marks) {
    const end = Math.min(right, line.length);
    const cuts = marks.flatMap(({ from, to }) => [from, to]).filter((at) => at > left && at < end);
    const starts = [left, ...cuts.sort((a, b) => a - b)];
    return starts.flatMap((from, index): readonly Placed[] => {
      const text = line.slice(from, starts[index + 1] ?? end);
      const { length } = text;
      return length === 0 ? [] : [{ text, width: length, length, column: from, offset: from }];
    });
  },
});

function signBySign(line: string): Measure {
  let column = 0;
  let offset = 0;
  const cells = cellsOf(line).map((cell): Placed => {
    const at = { ...cell, column, offset };
    column += cell.width;
    offset += cell.length;
    return at;
  });
  const total = column;
  return {
    total,
    columnOf: (target) => cells[firstBehind(cells, target)]?.column ?? total,
    between: (left, right) =>
      cells.filter((cell) => cell.column >= left && cell.column + cell.width <= right),
  };
}

/** Columns from the first mark to the end of the last, and of the line. */
function extent(
  { total, columnOf }: Measure,
  marks: readonly Mark<unknown>[],
): { start: number; end: number; total: number } {
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
