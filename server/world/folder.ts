// The files of a folder that a caller of the library has: a list of paths, and their texts on demand.

import { t, verbatim } from '../text/message';
import { entriesOf, type FileSystem } from './file-system';

interface Folder {
  paths(): Iterable<string>;
  read(path: string): string | null;
}

/** The folder at this path, which stands for wherever it is. */
export const folderRoot = '/folder';

/** The files can be read and not written. There is no home folder. */
export function folderFileSystem(folder: Folder): FileSystem {
  const at = (path: string): string => (path === '.' ? folderRoot : absolute(path));
  const files = new Map<string, string>();
  const folders = new Set<string>([folderRoot]);
  for (const path of folder.paths()) {
    const whole = at(path);
    files.set(whole, path);
    for (let end = whole.lastIndexOf('/'); end > 0; end = whole.lastIndexOf('/', end - 1))
      folders.add(whole.slice(0, end));
  }
  const all = [...files.keys()].sort();
  const refuse = (): never => {
    throw new Error('The library writes no files.');
  };
  return {
    home: undefined,
    cwd: folderRoot,
    has: (path) => files.has(at(path)) || folders.has(at(path)),
    read: (path) => {
      const own = files.get(at(path));
      const text = own === undefined ? null : folder.read(own);
      if (text !== null) return text;
      return own === undefined
        ? { problem: 'absent', message: t('The file does not exist.') }
        : { problem: 'unreadable', message: verbatim('The file cannot be read.') };
    },
    isFolder: (path) => folders.has(at(path)),
    isExecutable: () => null,
    entries: (path) => entriesOf(all, at(path)),
    *walk(path, wanted) {
      const below = `${at(path)}/`;
      for (const file of all) {
        if (!file.startsWith(below)) continue;
        const shown = path.startsWith('/') ? file : file.slice(folderRoot.length + 1);
        if (wanted(shown)) yield shown;
      }
    },
    write: refuse,
    create: refuse,
    createAll: refuse,
    move: refuse,
    copyFolder: refuse,
  };
}

const absolute = (path: string): string =>
  /^(?:\/|[a-z]:\/)/i.test(path) ? path : `${folderRoot}/${path.replace(/^\.\//, '')}`;
