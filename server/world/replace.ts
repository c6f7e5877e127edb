// Writes files atomically: no reader ever sees a partially written file, and nothing is left behind if writing fails.
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { t } from '../text/l10n';
import { readBytesGuarded, sizeLimitOf, statGuarded } from './guarded-disk';

/**
 * Replaces the content of a file atomically; its mode, owner and links are kept.
 * @param was the original text from which the new one was computed: if the file contains anything else, nothing is written.
 * @param within the folder that must contain the file, or the target of the link. Default: the parent folder of the file.
 * @throws if the file cannot or must not be written; the message is for users.
 */
export function replaceFile(
  path: string,
  text: string,
  was?: string,
  within: string = dirname(path),
): void {
  if (statGuarded(path) === 'absent' && was === undefined) {
    withTemporary(path, text, (temporary) => renameSync(temporary, path));
    return;
  }
  // For a link, its target is replaced.
  const real = realpathSync(path);
  assertWithin(real, within);
  const stats = statSync(real);
  if (!stats.isFile()) throw new Error(t('This is not a regular file.'));
  if (was !== undefined) assertUnchanged(real, was);
  // A rename would also replace a read-only file.
  accessSync(real, constants.W_OK);
  withTemporary(real, text, (temporary) => renameSync(temporary, real), stats);
}

/**
 * Creates a file and its folders.
 * @throws if the file exists or cannot be written; then the folders are removed again.
 */
export function createFile(path: string, text: string): void {
  const folder = dirname(path);
  const firstMade = mkdirSync(folder, { recursive: true });
  try {
    withTemporary(path, text, (temporary) => moveToNew(temporary, path));
  } catch (error) {
    if (firstMade !== undefined) removeEmpty(folder, dirname(firstMade));
    throw error;
  }
}

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
function removeEmpty(folder: string, end: string): void {
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
  if (real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) return;
  throw new Error(
    t('A symbolic link leads to "{target}", outside of "{folder}". Edit that file directly.', {
      target: real,
      folder: root,
    }),
  );
}

/**
 * Compares bytes, not text: invalid UTF-8 was read as replacement characters, and writing them would lose data.
 * @throws if the file changed or is not UTF-8.
 */
function assertUnchanged(path: string, was: string): void {
  const bytes = readBytesGuarded(path, sizeLimitOf(path));
  if (!(bytes instanceof Uint8Array)) throw new Error(bytes.message);
  if (bytes.equals(Buffer.from(was))) return;
  throw new Error(
    isUtf8(bytes)
      ? t('The file has changed since it was read.')
      : t('The file is not valid UTF-8, so that writing it would lose data.'),
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
