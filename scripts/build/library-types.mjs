// The types of the library as it is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Its contract, and its functions as the exports of a module. @param root the folder of the project */
export function libraryTypes(root) {
  const read = (file) => readFileSync(path.join(root, file), 'utf8');
  const entry = read('server/bin/library.ts');
  const functions = [...entry.matchAll(/^export const (\w+): Library\['\1'\]/gm)];
  return `${read('server/contract/library.ts')}
/** What cannot be asked: a program or a file that does not exist, or settings that cannot be read. The message is for users. */
export class UsageError extends Error {}

/** The version of Dossier: \`0.1.0\`. */
export declare const version: string;
${functions.map(([, name]) => `export declare const ${name}: Library['${name}'];\n`).join('')}`;
}
