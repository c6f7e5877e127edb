// What a file beside the agents holds, by its path: read where some host reads it there.
import { mainHosts, type Surroundings } from '../../hosts/places';
import type { Found } from '../index';
import { neighboursAt } from './files';
import { readBeside } from './read';

interface Disk {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => string;
}

export const nothingBeside: Found = { names: [], agents: [] };

/** Null where it is there and what is in it is not known. Never throws. */
export function besideAt(path: string, disk: Disk, around: Surroundings): Found | null {
  const places = neighboursAt(path, mainHosts, around);
  if (places.length === 0 || !disk.has(path)) return nothingBeside;
  try {
    return readBeside(disk.read(path), places);
  } catch {
    return null; // may not be read
  }
}
