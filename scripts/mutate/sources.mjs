// The files in which faults are made.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isIn } from './rooms.mjs';

/** Files that are made by a script, and pages, which run in a browser only. */
const excluded = /\/(?:docs-)?registry\.ts$|\.d\.ts$|^client\/.*\/page\//;

/** What uses the editor is tested in its windows, which are not opened here. */
const usesEditor = (root, file) =>
  /from 'vscode'/.test(readFileSync(path.join(root, file), 'utf8'));

/** The sources that are one of these files or in one of these folders, from the root of the project, sorted. */
export const sourcesIn = (root, asked) =>
  ['server', 'client']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map(
        (file) => `${folder}/${file.replaceAll('\\', '/')}`,
      ),
    )
    .filter((file) => file.endsWith('.ts') && !excluded.test(file))
    .filter((file) => asked.some((one) => isIn(file, one)))
    .filter((file) => !usesEditor(root, file))
    .sort();
