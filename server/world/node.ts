// The file system of a Node process. Reads are synchronous, which is several times faster than promises on a warm disk.
import { type Dirent, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import type { FileSystem } from './file-system';
import {
  entriesGuarded,
  isFolderGuarded,
  readTextGuarded,
  sizeLimitOf,
  statGuarded,
} from './guarded-disk';
import { createFile, replaceFile } from './replace';

/** Folders that are never searched: they contain thousands of files of others. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

const slashed = (path: string): string => path.replaceAll('\\', '/');

export const nodeFileSystem: FileSystem = {
  home: slashed(homedir()),
  cwd: slashed(workingFolder()),
  has: (path) => existsSync(path),
  read: (path, maxBytes = sizeLimitOf(path)) => readTextGuarded(path, maxBytes),
  isFolder: isFolderGuarded,
  walk,
  write: replaceFile,
  create: createFile,
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
  readonly entries: readonly Dirent[];
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
    } else if (wanted(path) && (entry.isFile() || isFileOrFault(path))) yield path;
  }
}

/** A folder that cannot be read counts as empty. */
function levelAt(folder: string): Level {
  return { folder: slashed(folder).replace(/\/$/, ''), entries: entriesGuarded(folder), at: 0 };
}

/**
 * Whether a path that is not a regular file leads to one, or to something that an author may have expected to be read, such as a
 * cycle of links or a pipe: reading it gives the reason. Links to nothing are usual: some editors lock files with them.
 */
function isFileOrFault(path: string): boolean {
  const stats = statGuarded(path);
  return stats === 'unknown' || (stats !== 'absent' && !stats.isDirectory());
}
