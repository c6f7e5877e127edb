// Which model does the work of one that is gone: its family under another version number, and nothing less alike.

import { remembered } from '../remembered';

interface Lineage {
  /** The words of the id that are no numbers, sorted: `claude sonnet`. */
  readonly family: string;
  readonly version: readonly number[];
}

/**
 * Of the same family, the very version in another spelling, else the newest with the same first number, else the newest:
 * `claude-sonnet-4-6` for `claude-sonnet-4`. Undefined where the family is gone.
 */
export function successor(gone: string, offered: readonly string[]): string | undefined {
  const { family, version } = lineageOf(gone);
  if (family === '') return undefined;
  const kin = lineagesOf(offered)
    .filter((one) => one.family === family && one.id !== gone)
    .sort((a, b) => compare(a.version, b.version));
  const same =
    version.length > 1 ? kin.find((one) => compare(one.version, version) === 0) : undefined;
  return (same ?? kin.findLast((one) => one.version[0] === version[0]) ?? kin.at(-1))?.id;
}

/** Of a list that is asked about again: hand in the same one. */
const lineagesOf = remembered((offered: readonly string[]) =>
  offered.map((id) => ({ id, ...lineageOf(id) })),
);

function lineageOf(id: string): Lineage {
  const parts = id.toLowerCase().split(/[^a-z0-9.]+/);
  const numbers = parts.filter((part) => /^v?\d[\d.]*$/.test(part));
  const family = parts
    .filter((part) => part !== '' && !numbers.includes(part))
    .sort()
    .join(' ');
  // Six digits and more are a date, not a version.
  const version = numbers
    .filter((part) => part.length < 6)
    .flatMap((part) => part.replace('v', '').split('.').map(Number));
  return { family, version };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
