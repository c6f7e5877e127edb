// Finds the replacement for a removed model: another version of the same family.

import { memoize } from '../../text/memoize';

interface Lineage {
  /** The words of the ID that are not numbers, sorted: `claude sonnet`. */
  readonly family: string;
  readonly version: readonly number[];
}

/**
 * Of the same family, the same version in another spelling, else the newest with the same major version, else the newest:
 * `claude-sonnet-4-6` for `claude-sonnet-4`. Undefined if no model of the family is offered.
 */
export function successor(removed: string, offered: readonly string[]): string | undefined {
  const { family, version } = lineageOf(removed);
  if (family === '') return undefined;
  const candidates = lineagesOf(offered)
    .filter((one) => one.family === family && one.id !== removed)
    .sort((a, b) => compare(a.version, b.version));
  const same =
    version.length > 1 ? candidates.find((one) => compare(one.version, version) === 0) : undefined;
  return (same ?? candidates.findLast((one) => one.version[0] === version[0]) ?? candidates.at(-1))
    ?.id;
}

/** Cached by the identity of the list, so callers should pass the same array. */
const lineagesOf = memoize((offered: readonly string[]) =>
  offered.map((id) => ({ id, ...lineageOf(id) })),
);

function lineageOf(id: string): Lineage {
  const parts = id.toLowerCase().split(/[^a-z0-9.]+/);
  const numbers = parts.filter((part) => /^v?\d[\d.]*$/.test(part));
  const family = parts
    .filter((part) => part !== '' && !numbers.includes(part))
    .sort()
    .join(' ');
  // Six or more digits are a date, not a version.
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
