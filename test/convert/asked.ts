// What the programs answered about converted files, for the page: one entry for each host that was asked.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export interface AskedPair {
  /** The ID of the host that the files were converted from. */
  readonly source: string;
  readonly asked: number;
  readonly loaded: number;
  /** The program does something else than our reader of the target computes. */
  readonly otherwise: number;
  readonly wider: number;
  /** The answer does not show what the agent may do. */
  readonly hidden: number;
}

export interface Asked {
  readonly host: string;
  readonly version: string;
  /** ISO date. */
  readonly on: string;
  readonly pairs: readonly AskedPair[];
}

const file = 'test/convert/asked.data.json';

/** In place of what the same host answered before. */
export function recordAsked(asked: Asked): void {
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Asked[]) : [];
  const others = all.filter(({ host }) => host !== asked.host);
  const sorted = [...others, asked].sort((a, b) => (a.host < b.host ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
}
