// The files around the server, handed in at the front door: a disk, an editor's own file system, or memory.

export interface World {
  /** The user's home folder, with `/` between the parts. */
  readonly home: string | undefined;
  /** Empty where it is not there any more. */
  readonly cwd: string;
  /** Whether a file is there. Never throws. */
  has(path: string): boolean;
  /** @throws where the file cannot be read; the message is for people. */
  read(path: string): string;
  isFolder(path: string): boolean;
  /** Paths of all files below a folder, in order; symbolic links to folders are not followed. */
  walk(folder: string, wanted: (path: string) => boolean): Iterable<string>;
  /**
   * @param was the text that the new one was made of: a file that does not hold just that is left alone.
   * @throws where the file cannot be written; the message is for people.
   */
  write(path: string, text: string, was?: string): void;
  /** Makes a new file, and the folders above it. @throws where one is there already; the message is for people. */
  create(path: string, text: string): void;
}
