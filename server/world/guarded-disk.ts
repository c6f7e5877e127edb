// The only access to files on the disk for reading. A repository may contain anything: links that form a cycle, pipes,
// devices, files of any size. None of them blocks the process, fills its memory or throws.
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { UnreadFile } from '../text/file-text';
import { formatCount, type Message, t } from '../text/message';

/** Without blocking, a named pipe would wait for its other end. Windows has neither of these flags. */
const forReading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** Bytes. Most files fit; a larger one gets a buffer of its own. */
const usualSize = 64 * 1024;
/** Used again for each file, because reading is synchronous. */
let shared: Buffer | undefined;

/**
 * Returns the text of a regular file, or of the regular file that a link points to. Never throws.
 * @param maxBytes a larger file is not read, also if it grows while it is read.
 */
export function readTextGuarded(path: string, maxBytes: number): string | UnreadFile {
  return readGuarded(path, maxBytes, (bytes) => bytes.toString('utf8'));
}

/** Like `readTextGuarded`, but returns the bytes. */
export function readBytesGuarded(path: string, maxBytes: number): Buffer | UnreadFile {
  return readGuarded(path, maxBytes, (bytes) => Buffer.from(bytes));
}

/** @param use is called with a buffer that is valid only during the call. */
function readGuarded<T>(path: string, maxBytes: number, use: (bytes: Buffer) => T): T | UnreadFile {
  let file: number;
  try {
    file = openSync(path, forReading);
  } catch (error) {
    return toUnreadFile(error);
  }
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return unreadable(t('This is a folder, not a file.'));
    if (!stats.isFile()) return unreadable(t('This is not a regular file.'));
    if (stats.size > maxBytes) return tooLarge(maxBytes);
    const bytes = contentOf(file, stats.size, maxBytes);
    return bytes === null ? tooLarge(maxBytes) : use(bytes);
  } catch (error) {
    return toUnreadFile(error);
  } finally {
    closeSync(file);
  }
}

/** Reads to the end, because the size is outdated if the file changes. Null if there are more bytes than allowed. */
function contentOf(file: number, size: number, maxBytes: number): Buffer | null {
  shared ??= Buffer.allocUnsafeSlow(usualSize);
  let buffer = size < usualSize ? shared : Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, buffer, length, buffer.length - length, null);
    length += count;
    if (length > maxBytes) return null;
    if (count === 0) return buffer.subarray(0, length);
    if (length < buffer.length) continue;
    const larger = Buffer.allocUnsafe(Math.min(length * 2, maxBytes + 1));
    buffer.copy(larger, 0, 0, length);
    buffer = larger;
  }
}

const unreadable = (message: Message): UnreadFile => ({ problem: 'unreadable', message });

const tooLarge = (maxBytes: number): UnreadFile => ({
  problem: 'too-large',
  message: t('The file is larger than {limit} MiB and is not read.', {
    limit: formatCount(maxBytes / 1024 / 1024),
  }),
});

/** The system's message contains the path, which callers print themselves. */
function toUnreadFile(error: unknown): UnreadFile {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { problem: 'absent', message: t('The file does not exist.') };
    case 'ELOOP':
      return unreadable(t('The symbolic links form a cycle.'));
    case 'EACCES':
    case 'EPERM':
      return unreadable(t('You do not have permission to read the file.'));
    case 'ENAMETOOLONG':
      return unreadable(t('The path is too long.'));
    case 'EISDIR':
      return unreadable(t('This is a folder, not a file.'));
    default:
      return unreadable(t('The file cannot be read: {error}.', { error: code ?? String(error) }));
  }
}

/** What a path leads to, through links. `unknown` if the system does not show it, such as for a cycle of links. */
export function statGuarded(path: string): Stats | 'absent' | 'unknown' {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? 'absent';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'absent' : 'unknown';
  }
}

/** Whether the path itself is a symbolic link, also one that leads to nothing. */
export function isLinkGuarded(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

export function isFolderGuarded(path: string): boolean {
  const stats = statGuarded(path);
  return typeof stats === 'object' && stats.isDirectory();
}

/** Whether a regular file may be run by any user; null for anything else. Windows has no such permission. */
export function isExecutableGuarded(path: string): boolean | null {
  if (process.platform === 'win32') return null;
  const stats = statGuarded(path);
  return typeof stats === 'object' && stats.isFile() ? (stats.mode & 0o111) !== 0 : null;
}

/** The path without symbolic links; null if it cannot be determined. */
export function realPathGuarded(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

/**
 * The sorted entries of a folder; none if it cannot be read.
 * @param unread called with the reason, except for a folder that does not exist.
 */
export function entriesGuarded(folder: string, unread?: (why: UnreadFile) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const why = unread && unreadFolderFor(error);
    if (why && why.problem !== 'absent') unread(why);
    return [];
  }
}

function unreadFolderFor(error: unknown): UnreadFile {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM'
    ? unreadable(t('You do not have permission to read the folder.'))
    : toUnreadFile(error);
}

// The size up to which files are read. Files that people write are far smaller; a larger one would block the server.

const mebibyte = 1024 * 1024;

/** Files that describe others, of which a project may contain many. */
const isDescription = /(?:^|[\\/])(?:SKILL\.md|(?:plugin|marketplace|package)\.json)$/;
const isConfiguration = /\.(?:jsonc?|toml|ya?ml)$/;

/** In bytes, by the name of the file. Agents may have the longest texts. */
export function sizeLimitOf(path: string): number {
  if (isDescription.test(path)) return 2 * mebibyte;
  return (isConfiguration.test(path) ? 8 : 16) * mebibyte;
}
