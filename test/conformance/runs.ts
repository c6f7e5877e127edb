// What came of the last live runs, for the page: one line for each kind of run of a host.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { casesFolder } from './cases';

export interface Run {
  readonly what: string;
  readonly version: string;
  /** ISO date. */
  readonly on: string;
  readonly asked: number;
  readonly disagree: number;
  readonly open: number;
  /** Each that was not predicted, and why. */
  readonly left?: readonly { readonly id: string; readonly why: string }[];
}

const fileOf = (host: string): string => path.join(casesFolder, host, 'runs.data.json');

export const runsOf = (host: string): readonly Run[] =>
  existsSync(fileOf(host)) ? (JSON.parse(readFileSync(fileOf(host), 'utf8')) as Run[]) : [];

/** In place of the last run of the same kind. */
export function recordRun(host: string, run: Run): void {
  const others = runsOf(host).filter(({ what }) => what !== run.what);
  const runs = [...others, run].sort((a, b) => (a.what < b.what ? -1 : 1));
  writeFileSync(fileOf(host), `${JSON.stringify(runs, null, 1)}\n`);
}
