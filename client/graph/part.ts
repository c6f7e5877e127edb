// Agents that have to do with each other, in columns, with the lines between them. Pure.
import { broken, placesOf } from './columns';
import { type Arrow, layersOf } from './layers';
import { loop, wayBetween } from './lines';
import type { ShownLink } from './shown';
import { type Box, boxHeight, boxWidth, type Point } from './sizes';

export interface Part {
  readonly boxes: ReadonlyMap<string, Box>;
  /** By the number of the link. */
  readonly ways: ReadonlyMap<number, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}
/** Keys that can be reached from each other, whichever way the links go. */
export function groups(
  keys: readonly string[],
  links: readonly ShownLink[],
): readonly (readonly string[])[] {
  const beside = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const { from, to } of links) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const seen = new Set<string>();
  return keys.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (const key of group)
      for (const other of beside.get(key) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    return [group];
  });
}

export function partOf(keys: readonly string[], links: readonly ShownLink[]): Part {
  const inside = new Set(keys);
  const own = links.flatMap((link, index) => (inside.has(link.from) ? [{ link, index }] : []));
  const arrows = own.filter(({ link }) => link.from !== link.to);
  const { columns, ways } = layersOf(
    keys,
    arrows.map(({ link }): Arrow => [link.from, link.to]),
  );
  const stands = placesOf(columns.flatMap(broken), ways);
  const top = Math.min(...[...stands.values()].map(({ y }) => y));
  const at = (key: string): Point => {
    const { x, y } = stands.get(key) ?? { x: 0, y: top };
    return { x, y: y - top };
  };
  const boxes = new Map(keys.map((key) => [key, { x: at(key).x, y: at(key).y }]));
  const lines = new Map<number, readonly Point[]>();
  arrows.forEach(({ link, index }, order) => {
    const way = ways[order] ?? [];
    const through = way
      .slice(1, -1)
      .map(at)
      .map(({ x, y }) => ({ x: x + boxWidth / 2, y: y + boxHeight / 2 }));
    lines.set(
      index,
      wayBetween(at(link.from), at(link.to), way[0] === link.from ? through : through.reverse()),
    );
  });
  for (const { link, index } of own)
    if (link.from === link.to) lines.set(index, loop(at(link.from)));
  const right = Math.max(...[...boxes.values()].map(({ x }) => x)) + boxWidth;
  const bottom = Math.max(...[...stands.keys()].map((key) => at(key).y)) + boxHeight;
  return { boxes, ways: lines, width: right, height: bottom };
}
