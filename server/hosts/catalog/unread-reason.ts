// Agent files in folders that no host reads, although their author probably expects one to. Detected by the files and
// settings around them.

import { memoize } from '../../text/memoize';
import { parentOf } from '../model/glob';
import type { Host } from '../model/host';
import type { UnreadReason } from '../model/place';
import { skippedEntry } from './folder-settings';
import type { HostCatalog } from './host-catalog';
import { folderWith } from './manifest-around';
import type { PlaceContext } from './places';

/**
 * Why the file was probably meant to be read; null where it may be there on purpose, as in a plugin or in a collection from
 * which agents are copied.
 * @param path the absolute path of a file that is in no folder of any host.
 */
export function unreadReasonFor(
  catalog: HostCatalog,
  path: string,
  around: PlaceContext,
): UnreadReason | null {
  if (isInPlugin(catalog, path, around)) return null;
  for (const host of catalog.mainHosts) {
    if (!host.folderSettings?.endings.some((ending) => path.endsWith(ending))) continue;
    const entry = skippedEntry(host, path, around);
    if (entry !== null || isNextToAgents(host, path, around)) return { host, skippedEntry: entry };
  }
  return null;
}

/** The files that make their folder a plugin of some host. */
const manifestsOf = memoize(({ mainHosts }: HostCatalog): readonly string[] => [
  ...new Set(
    mainHosts.flatMap(({ locations }) =>
      locations.flatMap(({ manifest }) => manifest?.files ?? []),
    ),
  ),
]);

const isInPlugin = (catalog: HostCatalog, path: string, { has }: PlaceContext): boolean =>
  has !== undefined && manifestsOf(catalog).some((file) => folderWith(file, path, has) !== null);

/**
 * Whether the file is directly in a folder `agents` of a project that also has the host's own agent folder. A folder `agents` at
 * the root of the project does not count: collections and plugins have theirs there.
 */
function isNextToAgents({ ownFile }: Host, path: string, { isFolder }: PlaceContext): boolean {
  const parent = parentOf(path);
  if (!isFolder || !parent.endsWith('/agents/')) return false;
  const own = parentOf(ownFile).slice(0, -1);
  const outer = parent.slice(0, -'/agents/'.length);
  for (let end = outer.lastIndexOf('/'); end > 0; end = outer.lastIndexOf('/', end - 1))
    if (isFolder(`${outer.slice(0, end)}/${own}`)) return true;
  return false;
}
