// The recorded cases of who is the agent: a file a host.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PrecedenceFile, readPrecedence, writePrecedence } from './case';

/** Below the root of the project, from which everything here is run. */
const folder = 'test/hosts/precedence';

const fileOf = (host: string): string => path.join(folder, `${host}.md`);

export const precedenceOf = (host: string): PrecedenceFile | null =>
  existsSync(fileOf(host)) ? readPrecedence(readFileSync(fileOf(host), 'utf8')) : null;

export const storePrecedence = (file: PrecedenceFile): void =>
  writeFileSync(fileOf(file.host), writePrecedence(file));
