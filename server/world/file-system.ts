// The file system that the entry points pass to the server: a disk, the file system of an editor, or memory.

export interface FileSystem {
  /** The user's home folder, separated by `/`. */
  readonly home: string | undefined;
  /** The working directory; empty where it was removed. */
  readonly cwd: string;
  /** Whether a file or folder exists. Never throws. */
  has(path: string): boolean;
  /** The text of a file. @throws if it cannot be read; the message is for users. */
  read(path: string): string;
  isFolder(path: string): boolean;
  /** The sorted paths of all wanted files below a folder; symbolic links to folders are not followed. */
  walk(folder: string, wanted: (path: string) => boolean): Iterable<string>;
  /**
   * Writes a file.
   * @param was the original text from which the new one was computed: a file that contains anything else is not written.
   * @throws if the file cannot be written; the message is for users.
   */
  write(path: string, text: string, was?: string): void;
  /** Creates a file and its folders. @throws if the file exists or cannot be written; the message is for users. */
  create(path: string, text: string): void;
}
