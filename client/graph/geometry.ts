// Boxes and lines of the graph: sizes and distances in pixels, which must match graph.css, and computations with them.

/** The upper left corner of a box. */
export interface Box {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const boxWidth = 208;
export const boxHeight = 48;
export const headingHeight = 32;
/** Distance between two boxes of a column or row. */
export const gap = 12;
/** Distance between two columns, for the lines. */
export const columnGap = 96;
/** Distance between two components. */
export const componentGap = 32;

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Weight of the distance across the direction of the arrow key. */
const acrossWeight = 2.5;

/** The key of the nearest box in the direction of an arrow key; undefined if there is none. */
export function nearest(
  from: Box,
  boxes: ReadonlyMap<string, Box>,
  direction: Direction,
): string | undefined {
  const isHorizontal = direction === 'left' || direction === 'right';
  const orientation = direction === 'right' || direction === 'down' ? 1 : -1;
  let best: { readonly key: string; readonly distance: number } | undefined;
  for (const [key, box] of boxes) {
    const [along, across] = isHorizontal
      ? [box.x - from.x, box.y - from.y]
      : [box.y - from.y, box.x - from.x];
    // Ignore boxes that overlap along the direction, such as a box below that is only slightly to the right.
    if (along * orientation < (isHorizontal ? boxWidth : boxHeight) / 2) continue;
    const distance = along * orientation + Math.abs(across) * acrossWeight;
    if (!best || distance < best.distance) best = { key, distance };
  }
  return best?.key;
}

/** Points of a line between the facing sides of two boxes. */
export function linePoints(from: Box, to: Box, through: readonly Point[]): readonly Point[] {
  const middle = boxHeight / 2;
  // Offset, so that links in both directions do not overlap.
  const [forwardY, backwardY] = [middle - 6, middle + 6];
  if (to.x > from.x)
    return [
      { x: from.x + boxWidth, y: from.y + forwardY },
      ...through,
      { x: to.x, y: to.y + forwardY },
    ];
  if (to.x < from.x)
    return [
      { x: from.x, y: from.y + backwardY },
      ...through,
      { x: to.x + boxWidth, y: to.y + backwardY },
    ];
  const side = from.x + boxWidth;
  return [
    { x: side, y: from.y + middle },
    { x: side + columnGap / 3, y: (from.y + to.y) / 2 + middle },
    { x: side, y: to.y + middle },
  ];
}

/** Points of a line from a box to itself. */
export const selfLoopPoints = ({ x, y }: Box): readonly Point[] => [
  { x: x + boxWidth, y: y + 12 },
  { x: x + boxWidth + 28, y: y + boxHeight / 2 },
  { x: x + boxWidth, y: y + boxHeight - 12 },
];

/** A smooth SVG path through the points. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x} ${first.y}`];
  let last = first;
  for (const point of rest) {
    const half = (point.x - last.x) / 2;
    parts.push(`C${last.x + half} ${last.y} ${point.x - half} ${point.y} ${point.x} ${point.y}`);
    last = point;
  }
  return parts.join('');
}

/** Position of the marker on a line: on the last curve, near its end, where lines from the same box are apart. */
export function markerPosition(points: readonly Point[]): Point | undefined {
  const [from, to] = points.slice(-2);
  if (!from || !to) return undefined;
  const position = 0.68;
  const eased = position * position * (3 - 2 * position);
  const middle = (from.x + to.x) / 2;
  const rest = 1 - position;
  return {
    x: rest ** 3 * from.x + 3 * rest * position * middle + position ** 3 * to.x,
    y: from.y + (to.y - from.y) * eased,
  };
}
