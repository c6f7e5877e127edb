// The project of a file that is looked at alone: the folders that its hosts look into, around it and above it.
import { foldersOf } from '../hosts/glob';
import { type Place, rootOf } from '../hosts/place';
import { mainHosts } from '../hosts/places';

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

/** Where agents of a project are looked for. */
export function agentFolders(root: string, { has }: Pick<Disk, 'has'>): readonly string[] {
  const folders = mainHosts.flatMap(({ locations }) =>
    locations.flatMap(({ glob, scope, beside }) =>
      scope === 'user' || (beside !== undefined && !has(`${root}/${beside}`))
        ? []
        : foldersOf(glob),
    ),
  );
  return [...new Set(folders)].map((folder) => `${root}/${folder}`);
}
