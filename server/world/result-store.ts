// Stores results that a later run of the command line uses again. A repository, a shared folder or an artifact of another build
// may contain files that look like them, so each has a signature by a key that only the user can read: without it, a stored result
// could hide findings. The key is outside of every repository, in the user's own folder for caches.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import type { ResultStore } from './file-system';
import { entriesGuarded, isLinkGuarded, readBytesGuarded, statGuarded } from './guarded-disk';
import { homeFolder } from './home-folder';
import { makeFolders } from './make-folders';
import { assertNewWithin } from './replace';

const mebibyte = 1024 * 1024;
export interface StoreLimits {
  /** Bytes. A larger result is neither stored nor read. */
  readonly file: number;
  /** Bytes of all stored results in the folder. The results that were not used for the longest time are removed first. */
  readonly folder: number;
}
const defaultLimits: StoreLimits = { file: 128 * mebibyte, folder: 512 * mebibyte };

/**
 * Stores results in a folder.
 * @param own the user's own folder, with the key.
 * @param folder default: the own folder.
 * @param within the folder that symbolic links must not leave. Default: they may lead anywhere.
 */
export function createResultStore(
  own: string,
  folder: string = own,
  limits: StoreLimits = defaultLimits,
  within?: string,
): ResultStore {
  const pathOf = (name: string): string => join(folder, fileName(name));
  const signed = (name: string, body: Buffer, key: Buffer): Buffer =>
    createHmac('sha256', key).update(`${build()}\n${name}\n`).update(body).digest();
  return {
    read(name) {
      const key = readKey(own);
      if (!key) return null;
      const path = pathOf(name);
      const bytes = readBytesGuarded(path, limits.file);
      if (!(bytes instanceof Uint8Array) || bytes.length < macLength) return null;
      const body = bytes.subarray(macLength);
      if (!timingSafeEqual(bytes.subarray(0, macLength), signed(name, body, key))) return null;
      markUsed(path);
      return body.toString('utf8');
    },
    write(name, text) {
      try {
        if (within !== undefined) assertNewWithin(folder, within);
        makeIgnoredFolder(folder);
        const key = readKey(own) ?? makeKey(own);
        const body = Buffer.from(text);
        if (body.length + macLength > limits.file) return 'the results are too large';
        replace(pathOf(name), Buffer.concat([signed(name, body, key), body]));
        removeOldest(folder, limits.folder);
        return null;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}

/** The user's folder for caches. Null without a home folder. */
export function ownCacheFolder(
  home: string | undefined,
  { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string | null {
  if (platform === 'win32' && local !== undefined && isAbsolute(local))
    return join(local, 'dossier', 'Cache');
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'dossier');
  if (home === undefined || home === '') return null;
  return platform === 'darwin'
    ? join(home, 'Library/Caches/dossier')
    : join(home, '.cache/dossier');
}

/**
 * Null without a folder for the key.
 * @param folder null for the user's own folder. Symbolic links must not lead from it out of the working folder if it is below it.
 */
export function resultStoreIn(folder: string | null): ResultStore | null {
  const own = ownCacheFolder(homeFolder(), process.env, process.platform);
  if (own === null) return null;
  if (folder === null) return createResultStore(own);
  const [whole, cwd] = [resolve(folder), process.cwd()];
  const isBelow = whole.startsWith(`${cwd}${sep}`);
  return createResultStore(own, folder, defaultLimits, isBelow ? cwd : undefined);
}

const macLength = 32;
const prefix = 'results-';
const isStored = /^results-[0-9a-f]{64}(?:\.[0-9a-z-]+\.tmp)?$/;

const fileName = (name: string): string =>
  `${prefix}${createHash('sha256').update(name).digest('hex')}`;

/** Differs for each build of the program, also where the version is the same. */
function build(): string {
  const files = entriesGuarded(__dirname).filter(({ name }) => name.endsWith('.js'));
  return files
    .map(({ name }) => {
      const stats = statGuarded(join(__dirname, name));
      return typeof stats === 'string' ? name : `${name} ${stats.size} ${stats.mtimeMs}`;
    })
    .join('\n');
}

const keyLength = 32;
const keyPath = (own: string): string => join(own, 'key');

/** Null if there is none that only this user can read and write. */
function readKey(own: string): Buffer | null {
  const path = keyPath(own);
  const stats = statGuarded(path);
  if (typeof stats === 'string' || isLinkGuarded(path) || !isPrivate(stats)) return null;
  const key = readBytesGuarded(path, keyLength);
  return key instanceof Uint8Array && key.length === keyLength ? key : null;
}

/** Windows has neither; there the folder of the user is private. */
const isPrivate = ({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);

/**
 * Of two runs at once, both use the key of the one that was first.
 * @throws if there is a key that others can read, or if the folder cannot be written.
 */
function makeKey(own: string): Buffer {
  makeFolders(own, 0o700);
  withTemporary(keyPath(own), randomBytes(keyLength), (temporary, path) => {
    try {
      linkSync(temporary, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    rmSync(temporary);
  });
  const key = readKey(own);
  if (!key) throw new Error(`"${keyPath(own)}" is not a key that only you can read. Delete it.`);
  return key;
}

/** A new folder in a repository is not committed by accident. */
function makeIgnoredFolder(folder: string): void {
  if (makeFolders(folder, 0o700) === undefined) return;
  writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
}

/** A link at the path is replaced, and not what it leads to. */
const replace = (path: string, bytes: Buffer): void =>
  withTemporary(path, bytes, (temporary) => renameSync(temporary, path));

function withTemporary(
  path: string,
  bytes: Buffer,
  use: (temporary: string, path: string) => void,
): void {
  const temporary = `${path}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(file, bytes);
    } finally {
      closeSync(file);
    }
    use(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A result that is used is not the oldest one. */
function markUsed(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // It can be read only.
  }
}

/** Includes what a run that was ended has left. Files that are not results are not touched. */
function removeOldest(folder: string, limit: number): void {
  const stored = entriesGuarded(folder)
    .filter(({ name }) => isStored.test(name))
    .flatMap(({ name }) => {
      const path = join(folder, name);
      const stats = statGuarded(path);
      return typeof stats === 'string' || !stats.isFile() ? [] : { path, stats };
    })
    .sort((a, b) => b.stats.mtimeMs - a.stats.mtimeMs);
  let size = 0;
  for (const { path, stats } of stored) {
    size += stats.size;
    if (size > limit) rmSync(path, { force: true });
  }
}
