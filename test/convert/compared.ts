// What came of converting the same files with another converter, for the page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface Outcomes {
  /** A file was written. */
  readonly converted: number;
  /** Of these: the agent may do more than in the source. */
  readonly wider: number;
  /** Of these: a tool, a model, a color or a limit is gone. */
  readonly lost: number;
  /** Of these: the target does not load the file. */
  readonly unloaded: number;
}

export interface ComparedPair {
  readonly source: string;
  readonly target: string;
  /** Those that load in the source. */
  readonly files: number;
  readonly other: Outcomes;
  readonly own: Outcomes;
}

export interface ComparedRun {
  readonly version: string;
  /** ISO date. */
  readonly on: string;
  readonly pairs: readonly ComparedPair[];
}

const file = 'test/convert/compared.data.json';

/** In place of the same pairs of an earlier run. */
export function recordCompared(run: ComparedRun): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ComparedRun) : null;
  const isSame = (one: ComparedPair) => (other: ComparedPair) =>
    one.source === other.source && one.target === other.target;
  const others = before?.pairs.filter((one) => !run.pairs.some(isSame(one))) ?? [];
  const name = ({ source, target }: ComparedPair): string => `${source} ${target}`;
  const all = [...others, ...run.pairs].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...run, pairs: all }, null, 1)}\n`);
}
