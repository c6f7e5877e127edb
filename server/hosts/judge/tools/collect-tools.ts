// Summarizes the verdicts on the tool names of a file as the tools of the agent.
import type { LossReason } from '../../model/outcome';
import type { Tools, ToolVerdict } from '../../model/persona';

/**
 * The tools of an agent that has only those granted by the verdicts, without duplicates and in source order.
 * @param always tools that it has in any case.
 */
export function collectTools(
  verdicts: readonly ToolVerdict[],
  always: readonly string[] = none,
): Tools {
  const granted: string[] = [];
  const unverified: string[] = [];
  const lost: { written: string; why: LossReason }[] = [];
  for (const { outcome, names, written, why = 'unknown' } of verdicts) {
    if (outcome === 'granted') granted.push(...names);
    else if (outcome === 'unverified') unverified.push(written);
    else if (outcome === 'lost') lost.push({ written, why });
  }
  return {
    all: false,
    granted: unique(granted),
    denied: none,
    always,
    unverified: unique(unverified),
    lost,
  };
}

const none: readonly string[] = [];

/** Searching so few names takes less time than creating a set. */
const maxForSearch = 16;

function unique(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  if (names.length > maxForSearch) return [...new Set(names)];
  const found: string[] = [];
  for (const name of names) if (!found.includes(name)) found.push(name);
  return found;
}
