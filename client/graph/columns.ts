// How high in its column each slot stands. Pure.
import type { Slot } from './layers';
import { between, boxHeight, boxWidth, gap, type Point } from './sizes';

/** Of one column; more stand in another beside it. Lines cross behind what stands in between: only very many are broken up. */
const tallest = 60;

/** A column that is too tall goes on beside itself. */
export const broken = (column: readonly Slot[]): readonly (readonly Slot[])[] => {
  const count = Math.ceil(column.length / tallest);
  const each = Math.ceil(column.length / count);
  return Array.from({ length: count }, (_, index) =>
    column.slice(index * each, (index + 1) * each),
  );
};

/** Each as near to the middle of those that it is linked with as the others in its column let it be. */
export function placesOf(
  columns: readonly (readonly Slot[])[],
  ways: readonly (readonly string[])[],
): ReadonlyMap<string, Point> {
  const beside = new Map<string, string[]>();
  const add = (a: string, b: string): void => void beside.set(a, [...(beside.get(a) ?? []), b]);
  for (const way of ways)
    for (let at = 1; at < way.length; at++) {
      add(way[at] ?? '', way[at - 1] ?? '');
      add(way[at - 1] ?? '', way[at] ?? '');
    }
  const y = new Map<string, number>();
  const room = ({ arrow }: Slot): number => (arrow === null ? boxHeight + gap : gap);
  for (const column of columns) {
    let from = 0;
    for (const slot of column) {
      y.set(slot.key, from);
      from += room(slot);
    }
    for (const { key } of column) y.set(key, (y.get(key) ?? 0) - from / 2);
  }
  for (let round = 0; round < 8; round++) {
    const order = round % 2 === 0 ? columns : [...columns].reverse();
    for (const column of order) {
      const wish = column.map(({ key }) => {
        const others = beside.get(key) ?? [];
        const sum = others.reduce((total, one) => total + (y.get(one) ?? 0), 0);
        return others.length === 0 ? (y.get(key) ?? 0) : sum / others.length;
      });
      for (const [index, value] of spread(wish, column.map(room)).entries())
        y.set(column[index]?.key ?? '', value);
    }
  }
  return new Map(
    columns.flatMap((column, index) =>
      column.map(
        ({ key }) => [key, { x: index * (boxWidth + between), y: y.get(key) ?? 0 }] as const,
      ),
    ),
  );
}

/** As near to what is wished as the rooms allow: pushed down, and pushed up, and in the middle of both. */
function spread(wish: readonly number[], rooms: readonly number[]): readonly number[] {
  const down: number[] = [];
  wish.forEach((one, index) => {
    const least = index === 0 ? one : (down[index - 1] ?? 0) + (rooms[index - 1] ?? 0);
    down.push(Math.max(one, least));
  });
  const up: number[] = [...wish];
  for (let index = wish.length - 2; index >= 0; index--)
    up[index] = Math.min(wish[index] ?? 0, (up[index + 1] ?? 0) - (rooms[index] ?? 0));
  return down.map((one, index) => (one + (up[index] ?? one)) / 2);
}
