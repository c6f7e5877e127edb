// Files in memory, for tests and environments without a disk.
import { t } from '../text/message';
import { entriesOf, type FileSystem } from './file-system';

export interface MemoryFileSystem extends FileSystem {
  /** Texts by absolute path, separated by `/`. */
  readonly files: Map<string, string>;
  /** There are no links that could lead out of a folder. */
  write(path: string, text: string): void;
  create(path: string, text: string): void;
}

/** @param files texts by path, relative to `cwd` or absolute. */
export function memoryFileSystem(
  files: Readonly<Record<string, string>>,
  cwd = '/project',
): MemoryFileSystem {
  const at = (path: string): string =>
    path.startsWith('/') ? path : path === '.' ? cwd : `${cwd}/${path}`;
  const texts = new Map(Object.entries(files).map(([path, text]) => [at(path), text]));
  const below = (folder: string): string[] =>
    [...texts.keys()].filter((path) => path.startsWith(`${at(folder)}/`)).sort();
  const create = (path: string, text: string): void => {
    if (texts.has(at(path))) throw new Error(`"${path}" already exists.`);
    texts.set(at(path), text);
  };
  return {
    files: texts,
    home: '/home/user',
    cwd,
    has: (path) => texts.has(at(path)) || below(path).length > 0,
    read: (path) =>
      texts.get(at(path)) ?? {
        problem: 'absent',
        message: t('The file does not exist.'),
      },
    isFolder: (path) => !texts.has(at(path)) && below(path).length > 0,
    isExecutable: () => null,
    entries: (folder) => entriesOf(below(folder), at(folder)),
    *walk(folder, wanted) {
      for (const path of below(folder)) {
        const shown = folder.startsWith('/') ? path : path.slice(cwd.length + 1);
        if (wanted(shown)) yield shown;
      }
    },
    write: (path, text) => void texts.set(at(path), text),
    create,
    createAll: (files) => {
      const made: string[] = [];
      try {
        for (const { path, text } of files) {
          create(path, text);
          made.push(path);
        }
      } catch (error) {
        for (const path of made) texts.delete(at(path));
        throw error;
      }
    },
    move(from, to) {
      const text = texts.get(at(from));
      if (text === undefined) throw new Error(`"${from}" does not exist.`);
      create(to, text);
      texts.delete(at(from));
    },
    copyFolder({ from, to, texts: own }) {
      if (below(to).length > 0) throw new Error(`"${to}" already exists.`);
      for (const path of below(from)) {
        const name = path.slice(at(from).length + 1);
        if (!own.has(name)) texts.set(`${at(to)}/${name}`, texts.get(path) ?? '');
      }
      for (const [name, text] of own) texts.set(`${at(to)}/${name}`, text);
    },
  };
}
