// Writes files atomically: no reader ever sees a partially written file, and nothing is left behind if writing fails. Only the
// command line writes files, so that the messages of errors are in English.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { english } from '../text/translate';
import type { FileToCreate } from './file-system';
import {
  entriesGuarded,
  isFolderGuarded,
  isLinkGuarded,
  readBytesGuarded,
  sizeLimitOf,
  statGuarded,
} from './guarded-disk';
import { makeFolders } from './make-folders';

/**
 * Replaces the content of a file atomically; its mode, owner and links are kept.
 * @param within the folder that must contain the file, or the target of the link.
 * @param was the original text from which the new one was computed: if the file contains anything else, nothing is written.
 * @throws if the file cannot or must not be written; the message is for users.
 */
export function replaceFile(path: string, text: string, within: string, was?: string): void {
  described(() => replaceDescribed(path, text, within, was));
}

function replaceDescribed(
  path: string,
  text: string,
  within: string,
  was: string | undefined,
): void {
  if (statGuarded(path) === 'absent') {
    // A rename would replace the link, and a link may lead to a file that other programs write.
    if (isLinkGuarded(path))
      throw new Error('The symbolic link leads to a file that does not exist.');
    if (was === undefined) {
      assertNewWithin(dirname(path), within);
      withTemporary(path, text, (temporary) => renameSync(temporary, path));
      return;
    }
  }
  // For a link, its target is replaced.
  const real = realpathSync(path);
  assertWithin(real, within);
  const stats = statSync(real);
  if (!stats.isFile()) throw new Error('This is not a regular file.');
  if (was !== undefined) assertUnchanged(real, was);
  // A rename would also replace a read-only file.
  accessSync(real, constants.W_OK);
  withTemporary(real, text, (temporary) => renameSync(temporary, real), stats);
}

/**
 * Creates a file and its folders.
 * @param within the folder that symbolic links must not leave.
 * @throws if the file exists or cannot be written; then the folders are removed again.
 */
export function createFile(path: string, text: string, within: string): void {
  create(path, text, within);
}

/**
 * Creates several files in order.
 * @throws like `createFile`, for the file that was taken last; then those before it are removed again.
 */
export function createFiles(files: Iterable<FileToCreate>, within: string): void {
  const undo: (() => void)[] = [];
  try {
    for (const { path, text } of files) undo.unshift(create(path, text, within));
  } catch (error) {
    for (const remove of undo) remove();
    throw error;
  }
}

/** Returns what removes the file and its new folders again. */
function create(path: string, text: string, within: string): () => void {
  const folder = dirname(path);
  assertNewWithin(folder, within);
  // Node reports a file that is in the place of the folder as one that exists.
  if (statGuarded(folder) !== 'absent' && !isFolderGuarded(folder))
    throw new Error(fileInPlaceOfFolder);
  const firstMade = described(() => makeFolders(folder));
  const removeFolders = (): void => {
    if (firstMade !== undefined) removeEmpty(folder, dirname(firstMade));
  };
  try {
    described(() => withTemporary(path, text, (temporary) => moveToNew(temporary, path)));
  } catch (error) {
    removeFolders();
    throw error;
  }
  return () => {
    rmSync(path, { force: true });
    removeFolders();
  };
}

/**
 * Moves a file. Its folders are removed where they are empty then.
 * @param within the folder that must contain both places.
 * @throws if there is a file at the new place, or the file cannot be moved; the message is for users.
 */
export function moveFile(from: string, to: string, within: string): void {
  assertNewWithin(dirname(from), within);
  assertNewWithin(dirname(to), within);
  described(() => {
    const made = makeFolders(dirname(to));
    try {
      if (existsSync(to) || isLinkGuarded(to)) throw new Error('The file already exists.');
      renameSync(from, to);
    } catch (error) {
      if (made !== undefined) removeEmpty(dirname(to), dirname(made));
      throw error;
    }
  });
  removeEmpty(dirname(from), within);
}

/** The folder, or the nearest folder above it that exists. */
function existingFolderOf(folder: string): string {
  return isFolderGuarded(folder) || dirname(folder) === folder
    ? folder
    : existingFolderOf(dirname(folder));
}

/** @throws the error with a message for users, without the name of the temporary file. */
export function described<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = code === undefined ? undefined : messages[code];
    throw message === undefined ? error : new Error(message);
  }
}

const fileInPlaceOfFolder = 'A file is in the place of its folder.';

const messages: Readonly<Record<string, string>> = {
  EACCES: 'You do not have permission to write the file.',
  EPERM: 'You do not have permission to write the file.',
  EROFS: 'You do not have permission to write the file.',
  ENOENT: 'Its folder does not exist.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk is full.',
  EEXIST: 'The file already exists.',
  ENOTDIR: fileInPlaceOfFolder,
  ELOOP: 'The symbolic links form a cycle.',
  ENAMETOOLONG: 'The path is too long.',
};

/** Unlike a rename, a link never replaces a file that another program creates at the same time. */
function moveToNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const isUnsupported = (error as NodeJS.ErrnoException).code !== 'EEXIST' && !existsSync(path);
    if (!isUnsupported) throw error;
    renameSync(temporary, path);
    return;
  }
  rmSync(temporary);
}

/** Removes a folder and its parents up to another one, as long as they are empty. */
export function removeEmpty(folder: string, end: string): void {
  try {
    for (let at = folder; at.length > end.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // Another program has written into it.
  }
}

/** @param like the file whose mode and owner the new one gets. */
function withTemporary(
  path: string,
  text: string,
  use: (temporary: string) => void,
  like?: { readonly mode: number; readonly uid: number; readonly gid: number },
): void {
  // The name is short, because that of the file may be as long as the file system permits.
  const unique = `${process.pid}-${process.hrtime.bigint().toString(36)}`;
  removeAbandoned(dirname(path));
  const temporary = join(dirname(path), `.dossier-${unique}.tmp`);
  const file = openSync(temporary, 'wx');
  try {
    try {
      writeFileSync(file, text);
      if (like) {
        fchmodSync(file, like.mode);
        if (like.uid !== process.getuid?.()) changeOwner(file, like.uid, like.gid);
      }
    } finally {
      closeSync(file);
    }
    use(temporary);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const isTemporary = /^\.dossier-(\d+)-[0-9a-z]+\.tmp$/;
/** Milliseconds after which the file of a process that is not found here is abandoned: it may run in another container. */
const usualTime = 2_000;

/** Removes what a process that was killed while it wrote has left in a folder. */
function removeAbandoned(folder: string): void {
  for (const entry of entriesGuarded(folder)) {
    const id = isTemporary.exec(entry.name)?.[1];
    if (id === undefined || !entry.isFile() || isRunning(Number(id))) continue;
    const path = join(folder, entry.name);
    const stats = statGuarded(path);
    if (typeof stats === 'object' && Date.now() - stats.mtimeMs > usualTime)
      rmSync(path, { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Keeps the owner of a file that root writes; other users cannot change it. */
function changeOwner(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // The content is complete; only the owner differs.
  }
}

/**
 * A link in a repository may lead to any file of the user.
 * @throws if the file is not below the folder.
 */
function assertWithin(real: string, folder: string): void {
  const root = realpathSync(folder);
  if (isWithin(real, root)) return;
  throw new Error(
    `A symbolic link leads to "${real}", outside of "${root}". Edit that file directly.`,
  );
}

/**
 * Links below a folder may lead out of it.
 * @throws if the folder, or the nearest folder above it that exists, is not in the other one.
 */
export function assertNewWithin(folder: string, within: string): void {
  const [real, root] = [realpathSync(existingFolderOf(folder)), realpathSync(within)];
  if (real === root || isWithin(real, root)) return;
  throw new Error(
    `A symbolic link leads to "${real}", outside of "${root}". Create the file there directly.`,
  );
}

const isWithin = (real: string, root: string): boolean =>
  real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);

/**
 * Compares bytes, not text: invalid UTF-8 was read as replacement characters, and writing them would lose data.
 * @throws if the file changed or is not UTF-8.
 */
function assertUnchanged(path: string, was: string): void {
  const bytes = readBytesGuarded(path, sizeLimitOf(path));
  if (!(bytes instanceof Uint8Array)) throw new Error(english(bytes.message));
  if (bytes.equals(Buffer.from(was))) return;
  throw new Error(
    isUtf8(bytes)
      ? 'The file has changed since it was read.'
      : 'The file is not valid UTF-8. Writing it would lose data.',
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
