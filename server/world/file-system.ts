// The file system that the entry points pass to the server: a disk, the file system of an editor, or memory.

import type { FileText, UnreadFile } from '../text/file-text';

export interface FileToCreate {
  readonly path: string;
  readonly text: string;
}

export interface FolderCopy {
  readonly from: string;
  readonly to: string;
  /** By path below the folder: the text that a file of the copy has instead of that of the source. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface FileSystem {
  /** The user's home folder, separated by `/`. */
  readonly home: string | undefined;
  /** The working directory; empty where it was removed. */
  readonly cwd: string;
  /** Whether a file or folder exists. Never throws. */
  has(path: string): boolean;
  /**
   * The text of a file, or why there is none: only regular files up to a size are read. Never throws.
   * @param maxBytes the largest size. Default: a limit for the kind of file.
   */
  read(path: string, maxBytes?: number): FileText;
  /** Whether the path leads to a folder. Never throws. */
  isFolder(path: string): boolean;
  /** Whether the system runs the file directly; null if there is none, or no such permission. Never throws. */
  isExecutable(path: string): boolean | null;
  /** What is in a folder, sorted by name; nothing if it cannot be read. Links are not followed. Never throws. */
  entries(folder: string): readonly FolderEntry[];
  /**
   * The sorted paths of all wanted files below a folder. Never throws. A path may lead to something that cannot be read, such as a
   * pipe.
   * @param options default: symbolic links to folders are not followed.
   */
  walk(folder: string, wanted: (path: string) => boolean, options?: WalkOptions): Iterable<string>;
  /**
   * Writes a file.
   * @param within the folder that must contain the file and, for a symbolic link, its target: a repository may contain links to
   *   any file of the user.
   * @param was the original text from which the new one was computed: a file that contains anything else is not written.
   * @throws if the file cannot be written; the message is for users.
   */
  write(path: string, text: string, within: string, was?: string): void;
  /**
   * Creates a file and its folders.
   * @param within the folder that symbolic links must not leave.
   * @throws if the file exists or cannot be written; the message is for users.
   */
  create(path: string, text: string, within: string): void;
  /**
   * Creates several files in order: all of them, or none.
   * @throws for the file that was taken from `files` last.
   */
  createAll(files: Iterable<FileToCreate>, within: string): void;
  /**
   * Moves a file, and creates the folders of its new place. Folders that are empty then are removed.
   * @param within the folder that must contain both places, without symbolic links out of it.
   * @throws if there is something at the new place or the file cannot be moved; the message is for users.
   */
  move(from: string, to: string, within: string): void;
  /**
   * Copies a folder with everything in it: all of it, or nothing.
   * @param within the folder that symbolic links must not leave.
   * @throws if there is something at the target or something cannot be copied; the message is for users.
   */
  copyFolder(copy: FolderCopy, within: string): void;
}

/** What a walk does with symbolic links to folders, and with folders that it cannot search. */
export interface WalkOptions {
  /**
   * The end of the path of a link on which it depends how the files below it are read: `.claude/agents`. Null: the link is not
   * followed. A link to a folder with the same end that is searched itself is not followed either.
   */
  readonly follows?: (path: string) => string | null;
  /** The folder that links must not leave. Default: the one that is searched. */
  readonly within?: string;
  /** Whether a link may leave it all the same, to be read only. Default: none may. */
  readonly leaves?: (path: string) => boolean;
  /** Called with each folder that is not searched although it may contain wanted files. */
  readonly unread?: (folder: string, why: UnreadFile) => void;
}

/** Results that a later run uses again. */
export interface ResultStore {
  /** The text that this user stored under the name with this build; null if there is none. Never throws. */
  read(name: string): string | null;
  /** Returns why the text could not be stored; null if it was. Never throws. */
  write(name: string, text: string): string | null;
}

/** The entries of a folder, from the paths of all files. */
export function entriesOf(paths: Iterable<string>, folder: string): readonly FolderEntry[] {
  const found = new Map<string, boolean>();
  for (const path of paths) {
    if (!path.startsWith(`${folder}/`)) continue;
    const [name = '', ...below] = path.slice(folder.length + 1).split('/');
    found.set(name, below.length > 0);
  }
  return [...found]
    .map(([name, isFolder]) => ({ name, isFolder }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
