// Computes the lines between boxes.
import { type Box, boxHeight, boxWidth, columnGap, type Point } from './sizes';

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
