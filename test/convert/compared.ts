// What came of converting the same files with another converter, for the page.
import { writeFileSync } from 'node:fs';

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

export const recordCompared = (run: ComparedRun): void =>
  writeFileSync('test/convert/compared.data.json', `${JSON.stringify(run, null, 1)}\n`);
