// What the verdicts on the names of a file come to: the tools that are granted, and the names of which nothing came.
import type { LostWhy } from './fate';
import type { Tools, ToolVerdict } from './persona';

/**
 * The tools of an agent that has those and no others, each once, in the order in which they are named.
 * @param always what it is given beside them.
 */
export function toolsFrom(
  verdicts: readonly ToolVerdict[],
  always: readonly string[] = none,
): Tools {
  const granted: string[] = [];
  const unverified: string[] = [];
  const lost: { written: string; why: LostWhy }[] = [];
  for (const { outcome, names, written, why = 'unknown' } of verdicts) {
    if (outcome === 'granted') granted.push(...names);
    else if (outcome === 'unverified') unverified.push(written);
    else if (outcome === 'lost') lost.push({ written, why });
  }
  return {
    all: false,
    granted: once(granted),
    denied: none,
    always,
    unverified: once(unverified),
    lost,
  };
}

const none: readonly string[] = [];

/** So few names are looked through in less time than a set of them is made. */
const few = 16;

function once(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  if (names.length > few) return [...new Set(names)];
  const known: string[] = [];
  for (const name of names) if (!known.includes(name)) known.push(name);
  return known;
}
