// Colours across hosts: how a word looks, and the nearest of a host's own to it.
import { hosts } from '../hosts/registry';
import type { Choice } from '../hosts/type';

/** Words that authors write and no host's list holds, as browsers show them. */
const common: Readonly<Record<string, string>> = {
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

/** `#rrggbb` for a word that some host or browser knows, or for a hex form; undefined for anything else. */
export function hexOf(written: string): string | undefined {
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
    for (const { colors } of Object.values(host.dialects)) {
      const hex = colors.find((color) => color.value === word)?.hex;
      if (hex !== undefined) return hex;
    }
  }
  return Object.hasOwn(common, word) ? common[word] : undefined;
}

/** The colour of `choices` that looks most like `hex`. */
export function nearestColor(hex: string, choices: readonly Choice[]): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const choice of choices) {
    if (choice.hex === undefined) continue;
    const distance = distanceOf(hex, choice.hex);
    if (!best || distance < best.distance) best = { word: choice.value, distance };
  }
  return best?.word;
}

/** A cheap measure that follows the eye: red and blue weigh by how red the pair is. */
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
