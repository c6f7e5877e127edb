// The project of a file that is looked at alone: the folders that its hosts look into, around it and above it.
import { addedFolders } from '../hosts/folder-settings';
import { foldersOf } from '../hosts/glob';
import { type Place, rootOf } from '../hosts/place';
import { mainHosts, type PlaceContext } from '../hosts/places';

interface Disk {
  readonly home: string | undefined;
  has(path: string): boolean;
}

/** The root that a file belongs to; undefined where only a user's home folder holds it. */
export const projectOf = (places: readonly Place[]): string | undefined => {
  const place = places.find(({ location: { scope } }) => scope !== 'user');
  return place && rootOf(place);
};

/**
 * The folder, and those above it as far as its repository goes.
 * @param otherwise outside of a repository the last folder, if it is above the first one.
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

/** The folders that may hold agents of a project, as whole paths: those of the hosts, and those that its settings add. */
export const agentFolders = (root: string, around: PlaceContext): readonly string[] => [
  ...new Set([...hostFolders(root, around), ...settingFolders(root, around)]),
];

/** The folders of the hosts' own locations below a root. */
export const hostFolders = (root: string, { has }: PlaceContext): readonly string[] => [
  ...new Set(
    mainHosts.flatMap(({ locations }) =>
      locations.flatMap(({ glob, scope, beside }) =>
        scope === 'user' || (beside !== undefined && !has?.(`${root}/${beside}`))
          ? []
          : foldersOf(glob).map((folder) => `${root}/${folder}`),
      ),
    ),
  ),
];

/** The folders that settings of hosts add to a project, wherever they are. */
export const settingFolders = (root: string, around: PlaceContext): readonly string[] => [
  ...new Set(mainHosts.flatMap((host) => addedFolders(host, [root], around))),
];
