// The world of a Node process. Reading is synchronous: on a warm disk that is several times cheaper than promises.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { replaceFile } from './replace';
import type { World } from './world';

/** Folders that hold other people's files by the thousand. */
export const passedOver: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Given whole, it is not made anew for each of thousands of files. */
const asText = { encoding: 'utf8', flag: 'r' } as const;

export const nodeWorld: World = {
  home: slashed(homedir()),
  cwd: slashed(workingFolder()),
  has: (path) => existsSync(path),
  read: (path) => readFileSync(path, asText),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  walk,
  write: replaceFile,
  create: (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  },
};

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    return ''; // somebody took it away
  }
}

function* walk(folder: string, wanted: (path: string) => boolean): Iterable<string> {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    return; // a folder that may not be read holds nothing for us
  }
  const above = slashed(folder).replace(/\/$/, '');
  for (const entry of entries) {
    const path = `${above}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) yield* walk(path, wanted);
    } else if (wanted(path) && (entry.isFile() || isFile(path))) yield path;
  }
}

const list = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

/** A symbolic link that leads to a file. */
const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
