// The command lines that started a session with an agent or a call, as they were recorded.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface RecordedStarts {
  readonly version: string;
  /** The ISO date. */
  readonly on: string;
  /** The declared command line by subject: the model read the text of the file, with the arguments in it. */
  readonly started: Readonly<Record<string, string>>;
}

const file = path.resolve('test/hosts/starts.json');

const all = (): Readonly<Record<string, RecordedStarts>> =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, RecordedStarts>)
    : {};

export const recordedStarts = (host: string): RecordedStarts | undefined => all()[host];

export function storeStarts(
  host: string,
  version: string,
  started: RecordedStarts['started'],
): void {
  const on = new Date().toISOString().slice(0, 10);
  const now = { ...all(), [host]: { version, on, started } };
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
}
