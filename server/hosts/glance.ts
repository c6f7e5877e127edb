// The places of files while folders are walked over: a file is asked for several times, one after the other, and a manifest
// for every file beside it.
import type { Place } from './place';
import { placesOf, type Surroundings } from './places';

/** What is looked at. */
interface Disk {
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

export function glanceAt({ home, has, read }: Disk): Glance {
  const there = new Map<string, boolean>();
  const texts = new Map<string, string>();
  let last: { readonly path: string; readonly places: readonly Place[] } | undefined;
  const around: Surroundings = {
    has: (path) => kept(there, path, has),
    read: (path) => kept(texts, path, read),
    ...(home !== undefined && { home }),
  };
  return {
    around,
    placesAt(path) {
      if (last?.path !== path) last = { path, places: placesOf(path, around) };
      return last.places;
    },
    forget() {
      there.clear();
      texts.clear();
      last = undefined;
    },
  };
}

function kept<T>(known: Map<string, T>, path: string, ask: (path: string) => T): T {
  const found = known.get(path);
  if (found !== undefined) return found;
  const answer = ask(path);
  known.set(path, answer);
  return answer;
}
