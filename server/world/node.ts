// The file system of a Node process. Reads are synchronous, which is several times faster than promises on a warm disk.
import { type Dirent, existsSync } from 'node:fs';
import { sep } from 'node:path';
import type { UnreadFile } from '../text/file-text';
import { formatCount, t } from '../text/message';
import { copyFolder } from './copy-folder';
import type { FileSystem, WalkOptions } from './file-system';
import {
  entriesGuarded,
  isExecutableGuarded,
  isFolderGuarded,
  readTextGuarded,
  realPathGuarded,
  sizeLimitOf,
  statGuarded,
} from './guarded-disk';
import { homeFolder, workingFolder } from './home-folder';
import { isIn } from './is-in';
import { leadingOut } from './leading-out';
import { createFile, createFiles, moveFile, replaceFile } from './replace';

/** Folders that are never searched: they contain thousands of files of others. */
export const skippedFolders: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

const slashed = (path: string): string => path.replaceAll('\\', '/');

export const nodeFileSystem: FileSystem = {
  home: homeFolder(),
  cwd: slashed(workingFolder()),
  has: (path) => existsSync(path),
  read: (path, maxBytes = sizeLimitOf(path)) => leadingOut(path) ?? readTextGuarded(path, maxBytes),
  isFolder: isFolderGuarded,
  isExecutable: isExecutableGuarded,
  entries: (folder) =>
    entriesGuarded(folder).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
  walk,
  write: replaceFile,
  create: createFile,
  createAll: createFiles,
  move: moveFile,
  copyFolder,
};

/** A folder of the current path of a walk. */
interface Level {
  readonly folder: string;
  readonly entries: readonly Dirent[];
  at: number;
  /** Its path without links. Determined where a link is followed. */
  real?: string | null;
  /** It is behind a link that leads out of the project. */
  readonly isOutside: boolean;
}

/** Uses an explicit stack, because with nested generators every file passes through all of them. */
function* walk(
  folder: string,
  wanted: (path: string) => boolean,
  options: WalkOptions = {},
): Iterable<string> {
  const levels = [levelAt(folder, options, false)];
  const linkAt = following(levels, folder, options);
  let outside = 0;
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const entry = level.entries[level.at++];
    if (!entry) {
      levels.pop();
      continue;
    }
    const path = `${level.folder}/${entry.name}`;
    if (entry.name.includes('\ufffd') && isMisread(path)) {
      // Links to folders of agents are those that may contain wanted files.
      const isRelevant = entry.isDirectory() ? options.follows?.(path) != null : wanted(path);
      if (isRelevant) options.unread?.(path, notUtf8());
      continue;
    }
    const link = entry.isSymbolicLink() ? linkAt(path) : null;
    if (entry.isDirectory() || link === 'inside' || link === 'outside') {
      if (skippedFolders.has(entry.name)) continue;
      const isOutside = level.isOutside || link === 'outside';
      if (isOutside && ++outside > maxOutside) {
        if (outside === maxOutside + 1) options.unread?.(path, tooManyOutside());
        continue;
      }
      levels.push(levelAt(path, options, isOutside));
    } else if (wanted(path) && (entry.isFile() || isFileOrFault(path))) yield path;
  }
}

const levelAt = (folder: string, { unread }: WalkOptions, isOutside: boolean): Level => ({
  isOutside,
  folder: slashed(folder).replace(/\/$/, ''),
  entries: entriesGuarded(folder, unread && ((why) => unread(slashed(folder), why))),
  at: 0,
});

/** Folders that are searched outside of the project. A link to the root of the disk must not have all of it searched. */
const maxOutside = 1_000;

/** Links in a repository can lead to each other in more ways than a walk could take. */
const maxLinkedFolders = 1_000;

/** Decides for the links of one walk whether they lead to folders that it searches, and where these are; null for others. */
function following(
  levels: readonly Level[],
  start: string,
  { follows, within = start, leaves, unread }: WalkOptions,
): (path: string) => 'inside' | 'outside' | null {
  let count = 0;
  let around: { readonly start: string | null; readonly within: string | null } | undefined;
  return (path) => {
    const end = follows?.(path) ?? null;
    if (end === null || !isFolderGuarded(path)) return null;
    const real = realPathGuarded(path);
    if (real === null || isAround(levels, real)) return null;
    around ??= { start: realPathGuarded(start), within: realPathGuarded(within) };
    const isOutside = !isIn(real, around.within);
    if (isOutside && !leaves?.(path)) {
      unread?.(path, leadsOut(real));
      return null;
    }
    // It is searched at its own place, and its files have the same results there.
    if (slashed(real).endsWith(`/${end}`) && isSearched(real, around.start)) return null;
    if (count++ < maxLinkedFolders) return isOutside ? 'outside' : 'inside';
    if (count === maxLinkedFolders + 1) unread?.(path, tooManyLinks());
    return null;
  };
}

/** Whether a folder contains the current one, directly or through links, so that its files are already being searched. */
function isAround(levels: readonly Level[], real: string): boolean {
  return levels.some((level) => {
    level.real ??= realPathGuarded(level.folder);
    return level.real !== null && isIn(level.real, real);
  });
}

const isSearched = (real: string, start: string | null): boolean =>
  start !== null &&
  isIn(real, start) &&
  !real
    .slice(start.length)
    .split(sep)
    .some((name) => skippedFolders.has(name));

/** Whether a name with a replacement character is none, but one that is not UTF-8, by which nothing can be opened. */
const isMisread = (path: string): boolean => statGuarded(path) === 'absent';

const notUtf8 = (): UnreadFile => ({
  problem: 'unreadable',
  message: t('The name is not valid UTF-8, so the file cannot be read. Rename it.'),
});

const leadsOut = (target: string): UnreadFile => ({
  problem: 'unreadable',
  message: t(
    'The symbolic link leads to "{target}", outside of the project, and is not followed. Name that folder to search it.',
    { target: slashed(target) },
  ),
});

const tooManyOutside = (): UnreadFile => ({
  problem: 'unreadable',
  message: t(
    'Symbolic links lead to more than {count} folders outside of the project, so this one and those after it are not searched. Remove a link.',
    { count: formatCount(maxOutside) },
  ),
});

const tooManyLinks = (): UnreadFile => ({
  problem: 'unreadable',
  message: t(
    'More than {count} symbolic links lead to folders, so this one and those after it are not followed. Remove some.',
    { count: formatCount(maxLinkedFolders) },
  ),
});

/**
 * Whether a path that is not a regular file leads to one, or to something that an author may have expected to be read, such as a
 * cycle of links or a pipe: reading it gives the reason. Links to nothing are usual: some editors lock files with them.
 */
function isFileOrFault(path: string): boolean {
  const stats = statGuarded(path);
  return stats === 'unknown' || (stats !== 'absent' && !stats.isDirectory());
}
