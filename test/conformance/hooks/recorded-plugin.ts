// Which components of the plugin each program loaded, as it was recorded.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface RecordedPlugin {
  readonly version: string;
  /** The ISO date. */
  readonly on: string;
  readonly loaded: LoadedComponents;
}

export interface LoadedComponents {
  readonly skill: boolean;
  /** Whether it is in the first request, as a skill is. */
  readonly command: boolean;
  /** Whether the findings were in the next request, and nothing after each correction. */
  readonly hook: boolean;
}

const file = path.resolve('test/hosts/hooks/plugin.json');

const all = (): Readonly<Record<string, RecordedPlugin>> =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, RecordedPlugin>)
    : {};

export const recordedPlugin = (host: string): RecordedPlugin | undefined => all()[host];

export function storePlugin(host: string, version: string, loaded: LoadedComponents): void {
  const on = new Date().toISOString().slice(0, 10);
  const now = { ...all(), [host]: { version, on, loaded } };
  writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
}
