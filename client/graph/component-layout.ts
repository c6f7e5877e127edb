// Computes the layout of a connected component: boxes in columns, and the lines between them.

import {
  type Box,
  boxHeight,
  boxWidth,
  columnGap,
  gap,
  linePoints,
  type Point,
  selfLoopPoints,
} from './geometry';
import { type Arrow, layersOf, type Slot } from './layers';
import type { VisibleLink } from './visible-graph';

export interface Component {
  readonly boxes: ReadonlyMap<string, Box>;
  /** By index of the link. */
  readonly paths: ReadonlyMap<number, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}
/** Groups the keys into connected components, regardless of the direction of the links. */
export function connectedComponents(
  keys: readonly string[],
  links: readonly VisibleLink[],
): readonly (readonly string[])[] {
  const neighbors = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const { from, to } of links) {
    neighbors.get(from)?.push(to);
    neighbors.get(to)?.push(from);
  }
  const seen = new Set<string>();
  return keys.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (const key of group)
      for (const other of neighbors.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    return [group];
  });
}

export function componentLayoutOf(
  keys: readonly string[],
  links: readonly VisibleLink[],
): Component {
  const members = new Set(keys);
  const ownLinks = links.flatMap((link, index) =>
    members.has(link.from) ? [{ link, index }] : [],
  );
  const arrows = ownLinks.filter(({ link }) => link.from !== link.to);
  const { columns, paths } = layersOf(
    keys,
    arrows.map(({ link }): Arrow => [link.from, link.to]),
  );
  const positions = positionsOf(columns.flatMap(splitColumn), paths);
  const top = Math.min(...[...positions.values()].map(({ y }) => y));
  const at = (key: string): Point => {
    const { x, y } = positions.get(key) ?? { x: 0, y: top };
    return { x, y: y - top };
  };
  const boxes = new Map(keys.map((key) => [key, { x: at(key).x, y: at(key).y }]));
  const lines = new Map<number, readonly Point[]>();
  arrows.forEach(({ link, index }, order) => {
    const path = paths[order] ?? [];
    const through = path
      .slice(1, -1)
      .map(at)
      .map(({ x, y }) => ({ x: x + boxWidth / 2, y: y + boxHeight / 2 }));
    lines.set(
      index,
      linePoints(at(link.from), at(link.to), path[0] === link.from ? through : through.reverse()),
    );
  });
  for (const { link, index } of ownLinks)
    if (link.from === link.to) lines.set(index, selfLoopPoints(at(link.from)));
  const right = Math.max(...[...boxes.values()].map(({ x }) => x)) + boxWidth;
  const bottom = Math.max(...[...positions.keys()].map((key) => at(key).y)) + boxHeight;
  return { boxes, paths: lines, width: right, height: bottom };
}

/** Maximum number of slots in a column. It is high, because lines cross the boxes of a column that is split. */
const maxSlots = 60;

/** Splits a column that is too tall into adjacent columns. */
const splitColumn = (column: readonly Slot[]): readonly (readonly Slot[])[] => {
  const count = Math.ceil(column.length / maxSlots);
  const perColumn = Math.ceil(column.length / count);
  return Array.from({ length: count }, (_, index) =>
    column.slice(index * perColumn, (index + 1) * perColumn),
  );
};

/** Positions of the slots, each as close as possible to the mean of its neighbors without overlapping others in its column. */
function positionsOf(
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
      for (const [index, value] of distribute(preferred, column.map(heightOf)).entries())
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
function distribute(preferred: readonly number[], heights: readonly number[]): readonly number[] {
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
