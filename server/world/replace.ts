// Replaces files atomically: no reader ever sees a partially written file.
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { t } from '../text/l10n';

/**
 * Replaces the content of a file atomically; its mode, owner and links are kept.
 * @param was the original text from which the new one was computed: if the file contains anything else, nothing is written.
 * @throws if the file cannot or must not be written; the message is for users.
 */
export function replaceFile(path: string, text: string, was?: string): void {
  const exists = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (!exists && was === undefined) {
    writeFileSync(path, text);
    return;
  }
  // For a link, its target is replaced.
  const real = realpathSync(path);
  if (was !== undefined) assertUnchanged(real, was);
  // A rename would also replace a read-only file.
  accessSync(real, constants.W_OK);
  const { mode, uid, gid } = statSync(real);
  const temporary = `${real}.${process.pid}.tmp`;
  const file = openSync(temporary, 'wx');
  try {
    try {
      writeFileSync(file, text);
      fchmodSync(file, mode);
      if (uid !== process.getuid?.()) changeOwner(file, uid, gid);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, real);
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
 * Compares bytes, not text: invalid UTF-8 was read as replacement characters, and writing them would lose data.
 * @throws if the file changed or is not UTF-8.
 */
function assertUnchanged(path: string, was: string): void {
  const bytes = readFileSync(path);
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
