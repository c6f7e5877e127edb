// Findings that concern two files are reported in only one of them, preferably in an open one.
import type { Finding } from '../../rules/rule';

/**
 * How the findings of a file are shown: it is open, its findings are listed while it is closed, or neither.
 */
export type Shown = 'open' | 'listed' | 'no';

const ranks: Readonly<Record<Shown, number>> = { open: 0, listed: 1, no: 2 };

/** Returns the findings without those that are reported in another file. */
export const withoutDuplicates = (
  findings: readonly Finding[],
  path: string,
  shown: (path: string) => Shown,
): readonly Finding[] =>
  findings.every(({ sharedWith }) => sharedWith === undefined)
    ? findings
    : findings.filter(({ sharedWith = [] }) =>
        sharedWith.every((twin) => !goesBefore(twin, path, shown)),
      );

function goesBefore(twin: string, path: string, shown: (path: string) => Shown): boolean {
  const other = shown(twin);
  if (other === 'no') return false;
  const difference = ranks[other] - ranks[shown(path)];
  return difference === 0 ? twin < path : difference < 0;
}

/** Returns the files that share a finding with a file. */
export const sharersOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ sharedWith }) => sharedWith ?? []));
