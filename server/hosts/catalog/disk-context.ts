// Caches what the disk holds while folders are walked: the places of one file are requested several times in a row, and a
// manifest once for every file next to it.

import type { FileText } from '../../text/file-text';
import { parentOf } from '../model/glob';
import type { Place } from '../model/place';
import type { SettingsContext } from './folder-settings';
import type { HostCatalog } from './host-catalog';
import { folderWith } from './manifest-around';
import { type PlaceContext, placesOf } from './places';

/** The file system access that is cached. */
interface Disk extends Pick<SettingsContext, 'roots' | 'setting'> {
  readonly home: string | undefined;
  has(path: string): boolean;
  isFolder(path: string): boolean;
  read(path: string): FileText;
  walk: NonNullable<PlaceContext['walk']>;
}

export interface DiskContext {
  readonly around: PlaceContext;
  readonly placesAt: (path: string) => readonly Place[];
  /** Clears the cache; to be called when files may have changed. */
  readonly forget: () => void;
}

/** Files are found some time before they are read. */
const maxPlaces = 64;

/** Of a path that was asked about, its parent folders are asked about again and again, and its neighbors never. */
const maxAsked = 10_000;

export function diskContextAt(
  catalog: HostCatalog,
  { home, has, isFolder, read, walk, roots, setting }: Disk,
): DiskContext {
  const existence = new Map<string, boolean>();
  const folders = new Map<string, boolean>();
  const texts = new Map<string, FileText>();
  let placesByPath = new Map<string, readonly Place[]>();
  /** For one folder at a time: its files are visited one after the other. */
  const above = { parent: '', folders: new Map<string, string | null>() };
  const hasCached = (path: string): boolean => cached(existence, path, has);
  const around: PlaceContext = {
    has: hasCached,
    isFolder: (path) => cached(folders, path, isFolder),
    read: (path) => cached(texts, path, read),
    walk,
    folderWith(file, path) {
      const parent = parentOf(path);
      if (parent !== above.parent) above.folders.clear();
      above.parent = parent;
      const known = above.folders.get(file);
      if (known !== undefined) return known;
      const folder = folderWith(file, path, hasCached);
      above.folders.set(file, folder);
      return folder;
    },
    ...(home !== undefined && { home }),
    ...(roots && { roots }),
    ...(setting && { setting }),
  };
  return {
    around,
    placesAt(path) {
      const known = placesByPath.get(path);
      if (known) return known;
      const places = placesOf(catalog, path, around);
      if (placesByPath.size >= maxPlaces) placesByPath = new Map();
      placesByPath.set(path, places);
      return places;
    },
    forget() {
      existence.clear();
      folders.clear();
      texts.clear();
      above.folders.clear();
      placesByPath.clear();
    },
  };
}

function cached<T>(cache: Map<string, T>, path: string, make: (path: string) => T): T {
  const found = cache.get(path);
  if (found !== undefined) return found;
  const value = make(path);
  if (cache.size >= maxAsked) cache.clear();
  cache.set(path, value);
  return value;
}
