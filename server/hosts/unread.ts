// Agent files in folders that no host reads, although their author meant them for one. Known from what is around the file.
import { skippedEntry } from './folder-settings';
import { parentOf } from './glob';
import type { Host } from './host';
import type { Unread } from './place';
import { folderWith, mainHosts, type Surroundings } from './places';

interface Around extends Surroundings {
  readonly isFolder?: (path: string) => boolean;
}

/**
 * Null where the author may keep the file there on purpose: in a plugin, or in a collection that agents are copied from.
 * @param path the whole path of a file in no folder of any host.
 */
export function unreadFor(path: string, around: Around): Unread | null {
  if (isInPlugin(path, around)) return null;
  for (const host of mainHosts) {
    if (!host.folderSettings?.endings.some((ending) => path.endsWith(ending))) continue;
    const entry = skippedEntry(host, path, around);
    if (entry !== null || isNextToAgents(host, path, around)) return { host, skippedEntry: entry };
  }
  return null;
}

/** Files that make the folder around them a plugin, of any host. */
const manifests: readonly string[] = [
  ...new Set(
    mainHosts.flatMap(({ locations, pluginManifests }) => [
      ...locations.flatMap(({ beside }) => beside ?? []),
      ...(pluginManifests?.files ?? []),
    ]),
  ),
];

const isInPlugin = (path: string, { has }: Surroundings): boolean =>
  has !== undefined && manifests.some((file) => folderWith(file, path, has) !== null);

/**
 * The project has agents in the host's own folder, and this file is below another `agents` folder: not one at the project's
 * root, which is where collections and plugins keep theirs.
 */
function isNextToAgents({ ownFile }: Host, path: string, { isFolder }: Around): boolean {
  const parent = parentOf(path);
  if (!isFolder || !parent.endsWith('/agents/')) return false;
  const own = parentOf(ownFile).slice(0, -1);
  const outer = parent.slice(0, -'/agents/'.length);
  for (let end = outer.lastIndexOf('/'); end > 0; end = outer.lastIndexOf('/', end - 1))
    if (isFolder(`${outer.slice(0, end)}/${own}`)) return true;
  return false;
}
