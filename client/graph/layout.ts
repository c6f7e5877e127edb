// Where everything stands: boxes in columns for agents that call or are called, below them the rest by folder. Pure.
import { groups, type Part, partOf } from './part';
import type { Shown, ShownFolder } from './shown';
import {
  apart,
  type Box,
  between,
  boxHeight,
  boxWidth,
  gap,
  headingHeight,
  type Point,
} from './sizes';

export interface Layout {
  /** The upper left corner of each node. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** For each link of what is shown the points that it goes through. */
  readonly ways: readonly (readonly Point[])[];
  /** The headings of the folders, one above the other. */
  readonly headings: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

/** @param width of the window: rows of boxes are broken there. */
export function layoutOf(shown: Shown, width: number): Layout {
  const boxes = new Map<string, Box>();
  const points = new Map<number, Point[]>();
  const row = Math.max(width - 2 * apart, boxWidth);
  const packed = packedParts(shown, row);
  for (const { part, x, y } of packed.parts) {
    for (const [key, box] of part.boxes) boxes.set(key, { x: box.x + x, y: box.y + y });
    for (const [link, way] of part.ways)
      points.set(
        link,
        way.map((point) => ({ x: point.x + x, y: point.y + y })),
      );
  }
  const headings = new Map<string, Box>();
  const rest = folderRows(shown.folders, packed.height, row, { boxes, headings });
  return {
    boxes,
    ways: shown.links.map((_, index) => points.get(index) ?? []),
    headings,
    width: Math.max(packed.width, rest.width),
    height: rest.height,
  };
}

/** Agents that nobody calls and that call nobody, in rows below the heading of their folder. */
function folderRows(
  folders: readonly ShownFolder[],
  top: number,
  row: number,
  to: { boxes: Map<string, Box>; headings: Map<string, Box> },
): { width: number; height: number } {
  const perRow = Math.max(1, Math.floor((row + gap) / (boxWidth + gap)));
  let [y, width] = [top, 0];
  for (const { name, loose, hasHeading } of folders) {
    if (!hasHeading) continue;
    to.headings.set(name, { x: 0, y });
    width = Math.max(width, 2 * boxWidth);
    y += headingHeight;
    loose.forEach(({ key }, index) => {
      const x = (index % perRow) * (boxWidth + gap);
      to.boxes.set(key, { x, y: y + Math.floor(index / perRow) * (boxHeight + gap) });
      width = Math.max(width, x + boxWidth);
    });
    const rows = Math.ceil(loose.length / perRow);
    y += rows * (boxHeight + gap) + (rows > 0 ? gap : 0);
  }
  return { width, height: y };
}

/** Agents that have to do with each other stand together; small groups stand beside each other. */
function packedParts(
  { nodes, links }: Shown,
  row: number,
): {
  parts: readonly { part: Part; x: number; y: number }[];
  width: number;
  height: number;
} {
  const parts = groups(
    nodes.map(({ key }) => key),
    links,
  ).map((keys) => partOf(keys, links));
  const placed: { part: Part; x: number; y: number }[] = [];
  let [x, y, tall, width] = [0, 0, 0, 0];
  for (const part of parts.sort((a, b) => b.height - a.height)) {
    if (x > 0 && x + part.width > row) [x, y, tall] = [0, y + tall + apart, 0];
    placed.push({ part, x, y });
    width = Math.max(width, x + part.width);
    x += part.width + between;
    tall = Math.max(tall, part.height);
  }
  return { parts: placed, width, height: parts.length > 0 ? y + tall + apart : 0 };
}
