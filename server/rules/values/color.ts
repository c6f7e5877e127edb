// Colors across hosts: how a color word looks, and which color of a host is the nearest to it.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import type { Choice } from '../../hosts/model/type';

/** Color words that authors use but no host accepts, as browsers show them. */
const commonColors: Readonly<Record<string, string>> = {
  amber: '#f59e0b',
  aqua: '#06b6d4',
  black: '#000000',
  brown: '#92400e',
  fuchsia: '#d946ef',
  gold: '#eab308',
  gray: '#6b7280',
  grey: '#6b7280',
  indigo: '#6366f1',
  lime: '#84cc16',
  magenta: '#d946ef',
  navy: '#1e3a8a',
  rose: '#f43f5e',
  slate: '#64748b',
  teal: '#14b8a6',
  turquoise: '#14b8a6',
  violet: '#8b5cf6',
  white: '#ffffff',
};

/** `#rrggbb` for a color word of a host or browser or for a hex form; undefined for anything else. */
export function hexOf({ hosts }: HostCatalog, written: string): string | undefined {
  const word = written.trim().toLowerCase();
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(word);
  if (short && word.startsWith('#'))
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const long = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/.exec(word);
  if (long) return `#${long[1]}`;
  for (const host of hosts) {
    for (const { colors } of agentDialects(host.dialects)) {
      const hex = colors.find((color) => color.value === word)?.hex;
      if (hex !== undefined) return hex;
    }
  }
  return Object.hasOwn(commonColors, word) ? commonColors[word] : undefined;
}

/**
 * Whether two colors are easily confused, by their distance in OKLab, where about 0.02 is the smallest visible difference.
 * Both as `#rrggbb`.
 */
export function isSimilarColor(a: string, b: string): boolean {
  const [other, one] = [oklab(b), oklab(a)];
  return Math.hypot(...one.map((part, index) => part - (other[index] ?? 0))) < 0.04;
}

/** https://bottosson.github.io/posts/oklab/ */
function oklab(hex: string): readonly number[] {
  const [r = 0, g = 0, b = 0] = parts(hex).map(linear);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The color of `choices` that looks most like `hex`. */
export const nearestColor = (hex: string, choices: readonly Choice[]): string | undefined =>
  nearestColors(hex, choices)[0];

/** The colors of `choices`, those that look most like `hex` first. */
export const nearestColors = (hex: string, choices: readonly Choice[]): readonly string[] =>
  choices
    .flatMap(({ value, hex: own }) =>
      own === undefined ? [] : [{ value, distance: distanceOf(hex, own) }],
    )
    .sort((a, b) => a.distance - b.distance)
    .map(({ value }) => value);

/** The "redmean" color distance, which is cheap and close to human perception. */
function distanceOf(a: string, b: string): number {
  const [r1 = 0, g1 = 0, b1 = 0] = parts(a);
  const [r2 = 0, g2 = 0, b2 = 0] = parts(b);
  const red = (r1 + r2) / 2;
  return (
    (2 + red / 256) * (r1 - r2) ** 2 + 4 * (g1 - g2) ** 2 + (2 + (255 - red) / 256) * (b1 - b2) ** 2
  );
}

const parts = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
