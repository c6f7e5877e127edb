// Copies a folder with everything in it: all of it, or nothing.
import {
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { english } from '../text/translate';
import type { FolderCopy } from './file-system';
import { entriesGuarded, isLinkGuarded, readBytesGuarded, statGuarded } from './guarded-disk';
import { makeFolders } from './make-folders';
import { assertNewWithin, described, removeEmpty } from './replace';

/** A folder with more is none that an author wrote. */
const limits = { entries: 2_000, bytes: 64 * 1024 * 1024, depth: 32 } as const;

/**
 * Files keep their bytes and run bits, links inside of the folder stay links.
 * @param within the folder that symbolic links must not leave.
 * @throws if there is something at the target, if a link leads out of the folder, or if something cannot be copied; the message is
 *   for users and in English, and nothing is left at the target.
 */
export function copyFolder(copy: FolderCopy, within: string): void {
  described(() => copyDescribed(copy, within));
}

function copyDescribed({ from, to, texts }: FolderCopy, within: string): void {
  const parent = dirname(to);
  assertNewWithin(parent, within);
  if (statGuarded(to) !== 'absent' || isLinkGuarded(to)) throw new Error(`"${to}" already exists.`);
  const entries = [...entriesIn(from)];
  const firstMade = makeFolders(parent);
  const temporary = join(parent, `.dossier-${process.pid}-${process.hrtime.bigint().toString(36)}`);
  try {
    mkdirSync(temporary);
    let left = limits.bytes;
    for (const entry of entries) {
      const text = texts.get(entry.below);
      if (text === undefined) left -= copyEntry(from, temporary, entry, left);
    }
    for (const [below, text] of texts) {
      mkdirSync(dirname(join(temporary, below)), { recursive: true });
      writeFileSync(join(temporary, below), text, { flag: 'wx' });
    }
    renameSync(temporary, to);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (firstMade !== undefined) removeEmpty(parent, dirname(firstMade));
    throw error;
  }
}

interface Entry {
  /** Relative to the folder. */
  readonly below: string;
  readonly kind: 'folder' | 'file' | 'link';
  readonly mode: number;
}

/** @throws for what cannot be copied, before anything is written. */
function* entriesIn(folder: string): Iterable<Entry> {
  const waiting = [''];
  let count = 0;
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    if (below.split(sep).length > limits.depth)
      throw new Error(`"${below}" is in too many folders.`);
    const entries = entriesGuarded(join(folder, below), ({ message }) => {
      throw new Error(`${below || folder}: ${english(message)}`);
    });
    for (const { name } of entries) {
      if (++count > limits.entries)
        throw new Error(`The folder contains more than ${limits.entries} files.`);
      const path = join(below, name);
      const stats = lstatSync(join(folder, path));
      const mode = stats.mode & 0o777;
      if (stats.isDirectory()) {
        waiting.push(path);
        yield { below: path, kind: 'folder', mode };
      } else if (stats.isSymbolicLink()) {
        assertInside(path, readlinkSync(join(folder, path)));
        yield { below: path, kind: 'link', mode };
      } else if (stats.isFile()) yield { below: path, kind: 'file', mode };
      else throw new Error(`"${path}" is not a regular file.`);
    }
  }
}

/** @throws if the link leads out of the folder. */
function assertInside(below: string, target: string): void {
  const end = normalize(join(dirname(below), target));
  if (!isAbsolute(target) && end !== '..' && !end.startsWith(`..${sep}`)) return;
  throw new Error(
    `The symbolic link "${below}" leads out of the folder. Remove it or copy what it leads to.`,
  );
}

/** Returns the number of bytes. */
function copyEntry(from: string, to: string, { below, kind, mode }: Entry, left: number): number {
  const [source, target] = [join(from, below), join(to, below)];
  if (kind === 'folder') {
    // Files are written into it, whatever its own mode is.
    mkdirSync(target, { recursive: true, mode: mode | 0o700 });
    return 0;
  }
  if (kind === 'link') {
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(readlinkSync(source), target);
    return 0;
  }
  const bytes = readBytesGuarded(source, left);
  if (!(bytes instanceof Uint8Array))
    throw new Error(
      bytes.problem === 'too-large'
        ? `The folder contains more than ${limits.bytes / 1024 / 1024} MiB.`
        : `${below}: ${english(bytes.message)}`,
    );
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes, { flag: 'wx', mode });
  return bytes.length;
}
