// Reads the companion file at a path, if some host reads the file there.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { PlaceContext } from '../../hosts/catalog/places';
import type { FileText } from '../../text/file-text';
import type { CompanionContent } from '../index';
import { companionsAt } from './files';
import { readCompanion } from './read';

interface Disk {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => FileText;
}

export const noCompanionNames: CompanionContent = { names: [], agents: [] };

/** Null if the file exists but its content is unknown. Never throws. */
export function companionNamesAt(
  { mainHosts }: HostCatalog,
  path: string,
  disk: Disk,
  around: PlaceContext,
): CompanionContent | null {
  const places = companionsAt(path, mainHosts, around);
  if (places.length === 0 || !disk.has(path)) return noCompanionNames;
  const text = disk.read(path);
  if (typeof text === 'string') return readCompanion(text, places);
  return text.problem === 'absent' ? noCompanionNames : null;
}
