// Computes the layout of the graph: linked agents in columns, and below them the other agents by folder.
import { type Component, componentLayoutOf, connectedComponents } from './component-layout';
import {
  type Box,
  boxHeight,
  boxWidth,
  columnGap,
  componentGap,
  gap,
  headingHeight,
  type Point,
} from './geometry';
import type { VisibleFolder, VisibleGraph } from './visible-graph';

export interface Layout {
  /** The upper left corner of each node. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** For each visible link, the points of its line. */
  readonly paths: readonly (readonly Point[])[];
  /** Positions of the folder headings, by folder. */
  readonly headings: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

/** @param width width of the window in pixels, at which rows of boxes wrap */
export function layoutOf(shown: VisibleGraph, width: number): Layout {
  const boxes = new Map<string, Box>();
  const points = new Map<number, Point[]>();
  const rowWidth = Math.max(width - 2 * componentGap, boxWidth);
  const packed = packedComponents(shown, rowWidth);
  for (const { component, x, y } of packed.components) {
    for (const [key, box] of component.boxes) boxes.set(key, { x: box.x + x, y: box.y + y });
    for (const [link, path] of component.paths)
      points.set(
        link,
        path.map((point) => ({ x: point.x + x, y: point.y + y })),
      );
  }
  const headings = new Map<string, Box>();
  const folderArea = folderRows(shown.folders, packed.height, rowWidth, { boxes, headings });
  return {
    boxes,
    paths: shown.links.map((_, index) => points.get(index) ?? []),
    headings,
    width: Math.max(packed.width, folderArea.width),
    height: folderArea.height,
  };
}

/** Places agents without links in rows below the heading of their folder. */
function folderRows(
  folders: readonly VisibleFolder[],
  startY: number,
  rowWidth: number,
  result: { boxes: Map<string, Box>; headings: Map<string, Box> },
): { width: number; height: number } {
  const perRow = Math.max(1, Math.floor((rowWidth + gap) / (boxWidth + gap)));
  let [y, width] = [startY, 0];
  for (const { name, unlinked, hasHeading } of folders) {
    if (!hasHeading) continue;
    result.headings.set(name, { x: 0, y });
    width = Math.max(width, 2 * boxWidth);
    y += headingHeight;
    unlinked.forEach(({ key }, index) => {
      const x = (index % perRow) * (boxWidth + gap);
      result.boxes.set(key, { x, y: y + Math.floor(index / perRow) * (boxHeight + gap) });
      width = Math.max(width, x + boxWidth);
    });
    const rows = Math.ceil(unlinked.length / perRow);
    y += rows * (boxHeight + gap) + (rows > 0 ? gap : 0);
  }
  return { width, height: y };
}

/** Places connected agents together, and small components next to each other. */
function packedComponents(
  { nodes, links }: VisibleGraph,
  rowWidth: number,
): {
  components: readonly { component: Component; x: number; y: number }[];
  width: number;
  height: number;
} {
  const components = connectedComponents(
    nodes.map(({ key }) => key),
    links,
  ).map((keys) => componentLayoutOf(keys, links));
  const placed: { component: Component; x: number; y: number }[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const component of components.sort((a, b) => b.height - a.height)) {
    if (x > 0 && x + component.width > rowWidth)
      [x, y, rowHeight] = [0, y + rowHeight + componentGap, 0];
    placed.push({ component, x, y });
    width = Math.max(width, x + component.width);
    x += component.width + columnGap;
    rowHeight = Math.max(rowHeight, component.height);
  }
  return {
    components: placed,
    width,
    height: components.length > 0 ? y + rowHeight + componentGap : 0,
  };
}
