// The box that an arrow key leads to. Pure.
import { type Box, boxHeight, boxWidth } from './sizes';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much further away a box seems that lies aside. */
const aside = 2.5;

/** Undefined where there is none on that side. */
export function nearest(
  from: Box,
  boxes: ReadonlyMap<string, Box>,
  direction: Direction,
): string | undefined {
  const isLevel = direction === 'left' || direction === 'right';
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  let best: { readonly key: string; readonly far: number } | undefined;
  for (const [key, box] of boxes) {
    const [along, across] = isLevel
      ? [box.x - from.x, box.y - from.y]
      : [box.y - from.y, box.x - from.x];
    // What stands nearly beneath is not on its right.
    if (along * sign < (isLevel ? boxWidth : boxHeight) / 2) continue;
    const far = along * sign + Math.abs(across) * aside;
    if (!best || far < best.far) best = { key, far };
  }
  return best?.key;
}
