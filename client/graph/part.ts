// Computes the layout of a connected component: boxes in columns, and the lines between them.
import { positionsOf, splitColumn } from './columns';
import { type Arrow, layersOf } from './layers';
import { linePoints, selfLoopPoints } from './lines';
import type { VisibleLink } from './shown';
import { type Box, boxHeight, boxWidth, type Point } from './sizes';

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
