// Formats a line of a file with some of its tokens underlined. Long lines are truncated, and wide characters are
// aligned.
import { type Cell, cellsOf, columnsOf, isPlainText, plainCell } from './cells';

/** An underlined range in UTF-16 offsets from the start of the line, with an exclusive end. */
export interface Mark<C> {
  readonly from: number;
  readonly to: number;
  readonly color: C;
}

export interface Excerpt {
  readonly line: string;
  /** The line below: spaces and carets. */
  readonly marks: string;
}

/** Whether all marks fit into one excerpt. */
export function isSeenWhole(
  line: string,
  marks: readonly Mark<unknown>[],
  columns: number,
): boolean {
  const cells = measured(line);
  if (columnsOf(cells) <= columns) return true;
  const { start, end } = extent(cells, marks);
  return end - start <= columns / 2;
}

/** @param paint colors a run of carets. */
export function excerpt<C>(
  line: string,
  marks: readonly Mark<C>[],
  columns: number,
  paint: (text: string, color: C) => string,
): Excerpt {
  const [mark] = marks;
  // Fast path for the most common case: one token in a short line of single-width characters.
  if (mark && marks.length === 1 && line.length <= columns && isPlainText(line))
    return { line, marks: caretsBelow(line.length, mark, paint) };
  const cells = measured(line);
  const total = columnsOf(cells);
  const left = total <= columns ? 0 : cutAt(extent(cells, marks).start, total, columns);
  const right = left + columns - (left > 0 ? 1 : 0);
  const isCut = total > right;
  const shown = between(cells, left, isCut ? right - 1 : right, marks);
  const before = left > 0 ? '…' : '';
  // A wide character that would be split at the edge is replaced by a space.
  const gap = Math.max(0, (shown[0]?.column ?? left) - left);
  const text = shown.map((cell) => cell.text).join('');
  const indent = ' '.repeat(before.length + gap);
  return {
    line: `${before}${' '.repeat(gap)}${text}${isCut ? '…' : ''}`,
    marks: `${indent}${carets(shown, marks, paint)}`.trimEnd(),
  };
}

/**
 * Returns the underline for a line that consists of single-width characters and is shown completely. An empty range is
 * shown as one caret.
 */
function caretsBelow<C>(
  length: number,
  { from, to, color }: Mark<C>,
  paint: (text: string, color: C) => string,
): string {
  const start = Math.min(from, length);
  const width = Math.max(1, Math.min(to, length) - start);
  return ' '.repeat(start) + paint('^'.repeat(width), color);
}

/** The cells of the last line are cached because a long line may have many findings. */
let known: { readonly line: string; readonly cells: readonly Cell[] } | undefined;

function measured(line: string): readonly Cell[] {
  if (known?.line !== line) known = { line, cells: cellsOf(line) };
  return known.cells;
}

/** Returns the column of the character at an offset, or the end of the line for an offset after the last character. */
function columnOf(offset: number, cells: readonly Cell[]): number {
  const cell = cells[firstBehind(cells, offset)];
  if (!cell) return columnsOf(cells);
  return cell.isPlain ? cell.column + offset - cell.offset : cell.column;
}

/** Returns the cells that fit completely between two columns. Plain text is split at the marks. */
const between = (
  cells: readonly Cell[],
  left: number,
  right: number,
  marks: readonly Mark<unknown>[],
): readonly Cell[] =>
  cells.flatMap((cell) => {
    if (cell.isPlain) return partsOf(cell, left, right, marks);
    return cell.column >= left && cell.column + cell.width <= right ? cell : [];
  });

/** Splits plain text only where marks begin and end. */
function partsOf(
  { text, column, offset }: Cell,
  left: number,
  right: number,
  marks: readonly Mark<unknown>[],
): readonly Cell[] {
  const start = Math.max(0, left - column);
  const end = Math.min(right - column, text.length);
  if (start >= end) return [];
  const cuts = new Set([start]);
  for (const { from, to } of marks)
    for (const cut of [from - offset, to - offset]) if (cut > start && cut < end) cuts.add(cut);
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((from, index) =>
    plainCell(text.slice(from, starts[index + 1] ?? end), column + from, offset + from),
  );
}

/** The columns from the start of the first mark to the end of the last. */
const extent = (
  cells: readonly Cell[],
  marks: readonly Mark<unknown>[],
): { start: number; end: number } => ({
  start: Math.min(...marks.map(({ from }) => columnOf(from, cells))),
  end: Math.max(...marks.map(({ to }) => columnOf(to, cells))),
});

/** The index of the first cell that ends after an offset. */
function firstBehind(cells: readonly Cell[], target: number): number {
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

/**
 * Returns the first visible column of a truncated line. A third of the width is left as context before the first mark.
 */
function cutAt(start: number, total: number, columns: number): number {
  if (start < columns / 2) return 0;
  return Math.max(0, Math.min(start - Math.floor(columns / 3), total - columns + 1));
}

function carets<C>(
  shown: readonly Cell[],
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
  // An empty range is shown as one caret. At the end of the line, the caret follows the last character.
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
