// The lines between boxes. Pure.
import { type Box, between, boxHeight, boxWidth, type Point } from './sizes';

/** From the side of the one to the side of the other that faces it. */
export function wayBetween(from: Box, to: Box, through: readonly Point[]): readonly Point[] {
  const middle = boxHeight / 2;
  // There and back are two lines.
  const [away, back] = [middle - 6, middle + 6];
  if (to.x > from.x)
    return [{ x: from.x + boxWidth, y: from.y + away }, ...through, { x: to.x, y: to.y + away }];
  if (to.x < from.x)
    return [{ x: from.x, y: from.y + back }, ...through, { x: to.x + boxWidth, y: to.y + back }];
  const side = from.x + boxWidth;
  return [
    { x: side, y: from.y + middle },
    { x: side + between / 3, y: (from.y + to.y) / 2 + middle },
    { x: side, y: to.y + middle },
  ];
}

/** Who calls itself. */
export const loop = ({ x, y }: Box): readonly Point[] => [
  { x: x + boxWidth, y: y + 12 },
  { x: x + boxWidth + 28, y: y + boxHeight / 2 },
  { x: x + boxWidth, y: y + boxHeight - 12 },
];

/** A smooth line through points, in the words of SVG. */
export function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${first.x} ${first.y}`];
  let last = first;
  for (const point of rest) {
    const reach = (point.x - last.x) / 2;
    parts.push(`C${last.x + reach} ${last.y} ${point.x - reach} ${point.y} ${point.x} ${point.y}`);
    last = point;
  }
  return parts.join('');
}

/** On the last bow of such a line, nearer to its end: lines that begin at one box are apart there. */
export function signAt(points: readonly Point[]): Point | undefined {
  const [from, to] = points.slice(-2);
  if (!from || !to) return undefined;
  const part = 0.68;
  const bow = part * part * (3 - 2 * part);
  const middle = (from.x + to.x) / 2;
  const rest = 1 - part;
  return {
    x: rest ** 3 * from.x + 3 * rest * part * middle + part ** 3 * to.x,
    y: from.y + (to.y - from.y) * bow,
  };
}
