// The world behind an editor without a disk: the texts that the client has sent, kept true by what it tells.
import type { World } from './world';

export interface ClientWorld extends World {
  /** @param text null: the file is gone, or the folder with all that lay in it. */
  put(path: string, text: string | null): void;
  /** Forgets all. */
  clear(): void;
}

/** @param isSentFor whether the client sends files of such a path: of any other it is not known that it is not there. */
export function clientWorld(isSentFor: (path: string) => boolean): ClientWorld {
  const texts = new Map<string, string>();
  /** How many files lie below a folder. */
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
    throw new Error('files are written by the editor here');
  };
  return {
    home: undefined,
    cwd: '/',
    has: (path) => texts.has(path) || folders.has(path) || !isSentFor(path),
    read: (path) => {
      const text = texts.get(path);
      if (text === undefined) throw new Error(`there is no file ${path}`);
      return text;
    },
    isFolder: (path) => folders.has(path),
    *walk(folder, wanted) {
      const below = folder.endsWith('/') ? folder : `${folder}/`;
      const paths = [...texts.keys()].filter((path) => path.startsWith(below)).sort();
      for (const path of paths) if (wanted(path)) yield path;
    },
    write: refuse,
    create: refuse,
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
