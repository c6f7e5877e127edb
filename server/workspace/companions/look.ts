// What a file beside the agents holds, by its path: read where some host reads it there.
import { mainHosts, type PlaceContext } from '../../hosts/places';
import type { Found } from '../index';
import { companionsAt } from './files';
import { readCompanion } from './read';

interface Disk {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

export const noCompanionNames: Found = { names: [], agents: [] };

/** Null where it is there and what is in it is not known. Never throws. */
export function companionNamesAt(path: string, disk: Disk, around: PlaceContext): Found | null {
  const places = companionsAt(path, mainHosts, around);
  if (places.length === 0 || !disk.has(path)) return noCompanionNames;
  try {
    return readCompanion(disk.read(path), places);
  } catch {
    return null; // may not be read
  }
}
