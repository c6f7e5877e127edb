// The file system of a Node process. Reads are synchronous, which is several times faster than promises on a warm disk.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type { FileSystem } from './file-system';
import { replaceFile } from './replace';

/** Folders that are never searched: they contain thousands of files of others. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** A constant, so that it is not created again for each of thousands of files. */
const asText = { encoding: 'utf8', flag: 'r' } as const;

export const nodeFileSystem: FileSystem = {
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
    return ''; // The folder was removed.
  }
}

/** A folder of the current path of a walk. */
interface Level {
  readonly folder: string;
  readonly entries: ReturnType<typeof list>;
  at: number;
}

/** Uses an explicit stack, because with nested generators every file passes through all of them. */
function* walk(folder: string, wanted: (path: string) => boolean): Iterable<string> {
  const levels = [levelAt(folder)];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const entry = level.entries[level.at++];
    if (!entry) {
      levels.pop();
      continue;
    }
    const path = `${level.folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name)) levels.push(levelAt(path));
    } else if (wanted(path) && (entry.isFile() || isFile(path))) yield path;
  }
}

/** A folder that cannot be read counts as empty. */
function levelAt(folder: string): Level {
  const path = slashed(folder).replace(/\/$/, '');
  try {
    return { folder: path, entries: list(folder), at: 0 };
  } catch {
    return { folder: path, entries: [], at: 0 };
  }
}

const list = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Whether a symbolic link points to a file. */
const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
