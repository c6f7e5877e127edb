// Computes the vertical position of each slot in its column.
import type { Slot } from './layers';
import { boxHeight, boxWidth, columnGap, gap, type Point } from './sizes';

/** Maximum number of slots in a column. It is high, because lines cross the boxes of a column that is split. */
const maxSlots = 60;

/** Splits a column that is too tall into adjacent columns. */
export const splitColumn = (column: readonly Slot[]): readonly (readonly Slot[])[] => {
  const count = Math.ceil(column.length / maxSlots);
  const perColumn = Math.ceil(column.length / count);
  return Array.from({ length: count }, (_, index) =>
    column.slice(index * perColumn, (index + 1) * perColumn),
  );
};

/** Positions of the slots, each as close as possible to the mean of its neighbors without overlapping others in its column. */
export function positionsOf(
  columns: readonly (readonly Slot[])[],
  paths: readonly (readonly string[])[],
): ReadonlyMap<string, Point> {
  const neighbors = new Map<string, string[]>();
  const add = (a: string, b: string): void =>
    void neighbors.set(a, [...(neighbors.get(a) ?? []), b]);
  for (const path of paths)
    for (let step = 1; step < path.length; step++) {
      add(path[step] ?? '', path[step - 1] ?? '');
      add(path[step - 1] ?? '', path[step] ?? '');
    }
  const y = new Map<string, number>();
  const heightOf = ({ arrow }: Slot): number => (arrow === null ? boxHeight + gap : gap);
  for (const column of columns) {
    let from = 0;
    for (const slot of column) {
      y.set(slot.key, from);
      from += heightOf(slot);
    }
    for (const { key } of column) y.set(key, (y.get(key) ?? 0) - from / 2);
  }
  for (let round = 0; round < 8; round++) {
    const order = round % 2 === 0 ? columns : [...columns].reverse();
    for (const column of order) {
      const preferred = column.map(({ key }) => {
        const keys = neighbors.get(key) ?? [];
        const sum = keys.reduce((total, one) => total + (y.get(one) ?? 0), 0);
        return keys.length === 0 ? (y.get(key) ?? 0) : sum / keys.length;
      });
      for (const [index, value] of spread(preferred, column.map(heightOf)).entries())
        y.set(column[index]?.key ?? '', value);
    }
  }
  return new Map(
    columns.flatMap((column, index) =>
      column.map(
        ({ key }) => [key, { x: index * (boxWidth + columnGap), y: y.get(key) ?? 0 }] as const,
      ),
    ),
  );
}

/** Resolves overlaps: pushes the slots down, pushes them up, and takes the mean of both. */
function spread(preferred: readonly number[], heights: readonly number[]): readonly number[] {
  const down: number[] = [];
  preferred.forEach((one, index) => {
    const minimum = index === 0 ? one : (down[index - 1] ?? 0) + (heights[index - 1] ?? 0);
    down.push(Math.max(one, minimum));
  });
  const up: number[] = [...preferred];
  for (let index = preferred.length - 2; index >= 0; index--)
    up[index] = Math.min(preferred[index] ?? 0, (up[index + 1] ?? 0) - (heights[index] ?? 0));
  return down.map((one, index) => (one + (up[index] ?? one)) / 2);
}
