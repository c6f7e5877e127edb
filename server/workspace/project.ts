// The project of a single file: the folders that its hosts search, around the file and above it.

import { addedFolders } from '../hosts/catalog/folder-settings';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { PlaceContext } from '../hosts/catalog/places';
import { foldersOf } from '../hosts/model/glob';
import { rootOf } from '../hosts/model/located-file';
import type { Place } from '../hosts/model/place';

interface Disk {
  readonly home: string | undefined;
  has(path: string): boolean;
}

/** The root that a file belongs to; undefined if only a user's home folder contains it. */
export const projectOf = (places: readonly Place[]): string | undefined => {
  const place = places.find(({ location: { scope } }) => scope !== 'user');
  return place && rootOf(place);
};

/**
 * The folder and its ancestors up to the root of the repository.
 * @param otherwise the last folder outside of a repository, if it is an ancestor of the first one.
 */
export function upward(root: string, { home, has }: Disk, otherwise?: string): readonly string[] {
  const parents = [root];
  for (let at = root; at.includes('/') && at !== home; ) {
    if (has(`${at}/.git`) || has(`${at}/.git/HEAD`)) return parents;
    at = at.slice(0, at.lastIndexOf('/'));
    parents.push(at);
  }
  const end = otherwise === undefined ? -1 : parents.indexOf(otherwise);
  return end < 0 ? [root] : parents.slice(0, end + 1);
}

/** Absolute paths of the folders that may contain agents of a project: the hosts' own, and those added by its settings. */
export const agentFolders = (
  catalog: HostCatalog,
  root: string,
  around: PlaceContext,
): readonly string[] => [
  ...new Set([...hostFolders(catalog, root, around), ...settingFolders(catalog, root, around)]),
];

/** The folders of the hosts' own locations below a root. */
export const hostFolders = (
  { mainHosts }: HostCatalog,
  root: string,
  { has }: PlaceContext,
): readonly string[] => [
  ...new Set(
    mainHosts.flatMap(({ locations }) =>
      locations.flatMap(({ glob, scope, manifest }) =>
        scope === 'user' || manifest?.files.every((file) => !has?.(`${root}/${file}`))
          ? []
          : foldersOf(glob).map((folder) => `${root}/${folder}`),
      ),
    ),
  ),
];

/** The folders that host settings add to a project, wherever they are located. */
export const settingFolders = (
  { mainHosts }: HostCatalog,
  root: string,
  around: PlaceContext,
): readonly string[] => [
  ...new Set(mainHosts.flatMap((host) => addedFolders(host, [root], around))),
];
