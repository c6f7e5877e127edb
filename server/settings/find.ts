// Finds the configuration file that applies to a file: the nearest one in its parent folders, up to the root of its
// repository or workspace.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { FileText } from '../text/file-text';
import { type Config, configName, readConfig } from './config';

/** The part of the file system that the search needs. */
export interface ConfigFiles {
  has(path: string): boolean;
  read(path: string): FileText;
}

export interface Configs {
  /** Returns null if there is no configuration file. */
  of(path: string): Config | null;
  /** The configuration files that were read. */
  readonly read: () => readonly Config[];
}

/**
 * Searches each folder only once, so create a new instance after files have changed.
 * @param roots folders at which the search ends for files outside of a repository.
 */
export function configsIn(
  catalog: HostCatalog,
  files: ConfigFiles,
  roots: readonly string[],
): Configs {
  const byFolder = new Map<string, Config | null>();
  const top = remembering((folder: string): string => {
    if (has(files, `${folder}/.git`)) return folder;
    const above = parentOf(folder);
    return above === null ? '' : top(above);
  });
  const inFolder = (folder: string, last: string): Config | null => {
    const known = byFolder.get(folder);
    if (known !== undefined) return known;
    const above = folder === last ? null : parentOf(folder);
    const found =
      configHere(catalog, files, folder) ?? (above === null ? null : inFolder(above, last));
    byFolder.set(folder, found);
    return found;
  };
  const ofFolder = (folder: string): Config | null => {
    const root = roots.find((one) => folder === one || folder.startsWith(`${one}/`));
    return inFolder(folder, top(folder) || (root ?? folder));
  };
  return {
    of(path) {
      const end = path.lastIndexOf('/');
      if (end <= 0) return null;
      return ofFolder(path.slice(0, end));
    },
    read: () => [...new Set(byFolder.values())].filter((one) => one !== null),
  };
}

/** Read errors are treated as a missing configuration. They are reported where the file itself is needed. */
function has(files: ConfigFiles, path: string): boolean {
  try {
    return files.has(path);
  } catch {
    return false;
  }
}

function configHere(catalog: HostCatalog, files: ConfigFiles, folder: string): Config | null {
  const path = `${folder}/${configName}`;
  if (!has(files, path)) return null;
  const text = files.read(path);
  if (typeof text === 'string') return readConfig(catalog, path, text);
  if (text.problem === 'absent') return null;
  const nothing = readConfig(catalog, path, '{}');
  const { message } = text;
  return { ...nothing, text: '', faults: [{ span: { start: 0, end: 0 }, message }] };
}

/** Returns null for the root, and for a string that is not a path. */
function parentOf(path: string): string | null {
  const at = path.lastIndexOf('/');
  return at <= 0 ? null : path.slice(0, at);
}

function remembering(make: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const made = known.get(key) ?? make(key);
    known.set(key, made);
    return made;
  };
}
