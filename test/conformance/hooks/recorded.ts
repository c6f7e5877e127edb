// What each program passed to a hook, as it was recorded.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface RecordedHooks {
  readonly version: string;
  /** The ISO date. */
  readonly on: string;
  /** In the order in which the files were written; `<project>` stands for the folder of the session. */
  readonly inputs: readonly unknown[];
}

const fileFor = (host: string): string => path.resolve(`test/hosts/hooks/${host}.json`);

export const recordedHooks = (host: string): RecordedHooks | null =>
  existsSync(fileFor(host))
    ? (JSON.parse(readFileSync(fileFor(host), 'utf8')) as RecordedHooks)
    : null;

export function storeHooks(host: string, version: string, inputs: readonly unknown[]): void {
  const on = new Date().toISOString().slice(0, 10);
  writeFileSync(fileFor(host), `${JSON.stringify({ version, on, inputs }, null, 2)}\n`);
}
