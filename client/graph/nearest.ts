// Finds the next box for an arrow key.
import { type Box, boxHeight, boxWidth } from './sizes';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Weight of the distance across the direction of the arrow key. */
const acrossWeight = 2.5;

/** The key of the nearest box in a direction; undefined if there is none. */
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
