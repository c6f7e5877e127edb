// Writing on a disk without a moment at which a file is half there.
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

/**
 * Puts `text` in the place of a file, whole or not at all; mode and links stay.
 * @param was the text that the new one was made of: where the file does not hold just that, nothing is written.
 * @throws where the file cannot be written, or must not be; the message is for people.
 */
export function replaceFile(path: string, text: string, was?: string): void {
  const there = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (!there && was === undefined) {
    writeFileSync(path, text);
    return;
  }
  // Behind a link lies the file that is meant.
  const real = realpathSync(path);
  if (was !== undefined) mustHold(real, was);
  // A rename would pass over a file that may only be read.
  accessSync(real, constants.W_OK);
  const { mode, uid, gid } = statSync(real);
  const beside = `${real}.${process.pid}.tmp`;
  const file = openSync(beside, 'wx');
  try {
    try {
      writeFileSync(file, text);
      fchmodSync(file, mode);
      if (uid !== process.getuid?.()) giveTo(file, uid, gid);
    } finally {
      closeSync(file);
    }
    renameSync(beside, real);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** One who mends as root leaves the file to its owner; nobody else can, and need not. */
function giveTo(file: number, uid: number, gid: number): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It is whole, and whoever may write to the folder may have it.
  }
}

/** What was read with replacement characters would be written with them: bytes that are no UTF-8 would be lost. */
function mustHold(path: string, was: string): void {
  const bytes = readFileSync(path);
  if (bytes.equals(Buffer.from(was))) return;
  throw new Error(
    isUtf8(bytes) ? 'it has changed since it was read' : 'it is not UTF-8, and bytes would be lost',
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
