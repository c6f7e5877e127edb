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

/** A folder on the way to where a walk is. */
interface Level {
  readonly above: string;
  readonly entries: ReturnType<typeof list>;
  at: number;
}

/** With a stack of its own: of generators in each other every one is gone through for each file. */
function* walk(folder: string, wanted: (path: string) => boolean): Iterable<string> {
  const levels = [levelAt(folder)];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const entry = level.entries[level.at++];
    if (!entry) {
      levels.pop();
      continue;
    }
    const path = `${level.above}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) levels.push(levelAt(path));
    } else if (wanted(path) && (entry.isFile() || isFile(path))) yield path;
  }
}

/** A folder that may not be read holds nothing for us. */
function levelAt(folder: string): Level {
  const above = slashed(folder).replace(/\/$/, '');
  try {
    return { above, entries: list(folder), at: 0 };
  } catch {
    return { above, entries: [], at: 0 };
  }
}

const list = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

/** A symbolic link that leads to a file. */
const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
