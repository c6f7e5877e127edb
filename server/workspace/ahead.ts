// Files read some at a time: the way into the kernel is cold after other work, and warm for those that follow. One by one
// over thousands of files a read takes four times as long.

export interface FileAhead {
  readonly path: string;
  /** What the file held a moment ago. @throws as reading it did. */
  readonly text: () => string;
}

/** As many as are worked on within some milliseconds. */
const together = 32;

/**
 * The files in their order, each read shortly before its turn.
 * @param read throws where a file cannot be read
 * @param isRead false for those whose text nobody asks for; asked all the same it is read then
 */
export function* ahead(
  paths: Iterable<string>,
  read: (path: string) => string,
  isRead: (path: string) => boolean = () => true,
): Generator<FileAhead> {
  let next: FileAhead[] = [];
  for (const path of paths) {
    next.push({ path, text: isRead(path) ? held(path, read) : () => read(path) });
    if (next.length < together) continue;
    yield* next;
    next = [];
  }
  yield* next;
}

function held(path: string, read: (path: string) => string): () => string {
  try {
    const text = read(path);
    return () => text;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
