// Recorded answers of the hosts' programs and real agent files lie beside the project, not in it. Where they are
// absent, a test that needs them says so and is skipped.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(process.cwd(), '../shared');

export const shared = (file: string): string => path.join(folder, file);

export const sharedIsHere = existsSync(folder);

export const readShared = (file: string): string => readFileSync(shared(file), 'utf8');

export const sharedJson = <T>(file: string): T => JSON.parse(readShared(file)) as T;

/** `describe`, or a skipped one that says why. */
export const describeWithShared = (title: string, body: () => void): void => {
  if (sharedIsHere) describe(title, body);
  else describe.skip(`${title} (../shared is not here)`, body);
};
