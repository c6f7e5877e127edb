// Which configuration file speaks of a file: the nearest above it, up to the root of its repository or workspace.
import { type Config, configName, readConfig } from './config';

/** As much of the world as is needed to look. */
export interface ConfigFiles {
  has(path: string): boolean;
  read(path: string): string;
}

export interface Configs {
  /** Null where none is there. */
  of(path: string): Config | null;
  /** Those that were read. */
  readonly read: () => readonly Config[];
}

/**
 * Looks once for each folder; ask anew when files have changed.
 * @param roots folders that end the search outside every repository.
 */
export function configsIn(files: ConfigFiles, roots: readonly string[]): Configs {
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
    const found = configHere(files, folder) ?? (above === null ? null : inFolder(above, last));
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

/** A disk that fails holds no settings; whoever needs the file itself will tell. */
function has(files: ConfigFiles, path: string): boolean {
  try {
    return files.has(path);
  } catch {
    return false;
  }
}

function configHere(files: ConfigFiles, folder: string): Config | null {
  const path = `${folder}/${configName}`;
  if (!has(files, path)) return null;
  try {
    return readConfig(path, files.read(path));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const nothing = readConfig(path, '{}');
    return { ...nothing, text: '', faults: [{ span: { start: 0, end: 0 }, message }] };
  }
}

/** Null at the top, and for what is no path. */
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
