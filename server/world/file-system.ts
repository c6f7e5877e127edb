// The file system that the entry points pass to the server: a disk, the file system of an editor, or memory.

import type { FileText } from '../text/file-text';

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
  /**
   * The sorted paths of all wanted files below a folder; symbolic links to folders are not followed. Never throws. A path may lead to
   * something that cannot be read, such as a pipe.
   */
  walk(folder: string, wanted: (path: string) => boolean): Iterable<string>;
  /**
   * Writes a file.
   * @param was the original text from which the new one was computed: a file that contains anything else is not written.
   * @param within the folder that must contain the file. Default: its parent folder. It matters for symbolic links, whose targets are
   *   written.
   * @throws if the file cannot be written; the message is for users.
   */
  write(path: string, text: string, was?: string, within?: string): void;
  /**
   * Creates a file and its folders.
   * @param within the folder that symbolic links must not leave. Default: they may lead anywhere.
   * @throws if the file exists or cannot be written; the message is for users.
   */
  create(path: string, text: string, within?: string): void;
}

/** Results that a later run uses again. */
export interface ResultStore {
  /** The text that this user stored under the name with this build; null if there is none. Never throws. */
  read(name: string): string | null;
  /** Returns why the text could not be stored; null if it was. Never throws. */
  write(name: string, text: string): string | null;
}
