// The places of files while folders are walked over: a file is asked for several times, one after the other, and a manifest
// for every file beside it.
import type { SettingsAround } from './folder-settings';
import { parentOf } from './glob';
import type { Place } from './place';
import { folderWith, placesOf, type Surroundings } from './places';

/** What is looked at. */
interface Disk extends Pick<SettingsAround, 'roots' | 'setting'> {
  readonly home: string | undefined;
  has(path: string): boolean;
  /** @throws where the file cannot be read. */
  read(path: string): string;
}

export interface Glance {
  readonly around: Surroundings;
  readonly placesAt: (path: string) => readonly Place[];
  /** Something may have changed on the disk. */
  readonly forget: () => void;
}

/** Files are found some time before they are looked at. */
const kept = 64;

export function glanceAt({ home, has, read, roots, setting }: Disk): Glance {
  const there = new Map<string, boolean>();
  const texts = new Map<string, string>();
  let last = new Map<string, readonly Place[]>();
  /** Of one folder: its files come one after the other. */
  const above = { of: '', folders: new Map<string, string | null>() };
  const hasRemembered = (path: string): boolean => remembered(there, path, has);
  const around: Surroundings = {
    has: hasRemembered,
    read: (path) => remembered(texts, path, read),
    folderWith(beside, path) {
      const parent = parentOf(path);
      if (parent !== above.of) above.folders.clear();
      above.of = parent;
      const known = above.folders.get(beside);
      if (known !== undefined) return known;
      const folder = folderWith(beside, path, hasRemembered);
      above.folders.set(beside, folder);
      return folder;
    },
    ...(home !== undefined && { home }),
    ...(roots && { roots }),
    ...(setting && { setting }),
  };
  return {
    around,
    placesAt(path) {
      const known = last.get(path);
      if (known) return known;
      const places = placesOf(path, around);
      if (last.size >= kept) last = new Map();
      last.set(path, places);
      return places;
    },
    forget() {
      there.clear();
      texts.clear();
      above.folders.clear();
      last.clear();
    },
  };
}

function remembered<T>(known: Map<string, T>, path: string, ask: (path: string) => T): T {
  const found = known.get(path);
  if (found !== undefined) return found;
  const answer = ask(path);
  known.set(path, answer);
  return answer;
}
