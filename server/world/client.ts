// The files of an editor without a disk: the texts that the client sent, updated by its notifications.
import { t } from '../text/message';
import { entriesOf, type FileSystem } from './file-system';

export interface ClientFileSystem extends FileSystem {
  /** @param text null to remove the file, or the folder with everything in it. */
  put(path: string, text: string | null): void;
  /** Removes all files. */
  clear(): void;
}

/** @param isSentFor whether the client sends files with such a path. Any other file is assumed to exist. */
export function clientFileSystem(isSentFor: (path: string) => boolean): ClientFileSystem {
  const texts = new Map<string, string>();
  /** The number of files below each folder. */
  const folders = new Map<string, number>();
  const count = (path: string, by: 1 | -1): void => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const files = (folders.get(folder) ?? 0) + by;
      if (files === 0) folders.delete(folder);
      else folders.set(folder, files);
    }
  };
  const remove = (path: string): void => {
    if (texts.delete(path)) count(path, -1);
    else if (folders.has(path))
      for (const one of [...texts.keys()]) if (one.startsWith(`${path}/`)) remove(one);
  };
  const refuse = (): never => {
    throw new Error('Files can be written only by the editor.');
  };
  return {
    home: undefined,
    cwd: '/',
    has: (path) => texts.has(path) || folders.has(path) || !isSentFor(path),
    read: (path) =>
      texts.get(path) ?? {
        problem: 'absent',
        message: t('The file does not exist.'),
      },
    isFolder: (path) => folders.has(path),
    isExecutable: () => null,
    entries: (folder) => entriesOf(texts.keys(), folder),
    *walk(folder, wanted) {
      const below = folder.endsWith('/') ? folder : `${folder}/`;
      const paths = [...texts.keys()].filter((path) => path.startsWith(below)).sort();
      for (const path of paths) if (wanted(path)) yield path;
    },
    write: refuse,
    create: refuse,
    createAll: refuse,
    move: refuse,
    copyFolder: refuse,
    put(path, text) {
      if (text === null) return remove(path);
      if (!texts.has(path)) count(path, 1);
      texts.set(path, text);
    },
    clear() {
      texts.clear();
      folders.clear();
    },
  };
}
