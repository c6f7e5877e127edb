// The folders to which a file can be moved, so that a program reads it: one for each program, in the user's order.
import { formOf } from '../../agent/outline';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { isFormOf, type Place, placeInOwnFolder } from '../../hosts/model/place';
import { type Programs, programRank } from '../view/program-order';

export interface MoveTarget {
  readonly host: Host;
  /** The path of the file in the program's own project folder. */
  readonly path: string;
  /** Whether the program reads the file where it is. */
  readonly isReader: boolean;
}

interface File {
  readonly path: string;
  /** Where it is read. */
  readonly places: readonly Place[];
  /** The workspace folder that contains it; null outside of all. */
  readonly folder: string | null;
}

/** Without programs whose own folder already contains the file, and without those that read another form of file. */
export function moveTargets(
  { mainHosts }: HostCatalog,
  { path, places, folder }: File,
  programs: Programs,
): readonly MoveTarget[] {
  const read = places.filter(({ isGuess }) => !isGuess);
  // A file of a user or a plugin moves into the open project.
  const project = read.find(({ location }) => location.scope === 'project');
  const root = project ? rootOf(project) : folder;
  if (root === null) return [];
  return mainHosts
    .filter((host) => isFormOf(host, formOf(path)))
    .sort((a, b) => programRank(a, programs) - programRank(b, programs))
    .flatMap((host): readonly MoveTarget[] => {
      const own = placeInOwnFolder(host, path)?.path;
      const target = own === undefined ? path : root === '' ? own : `${root}/${own}`;
      const isReader = read.some((place) => place.host === host);
      return target === path ? [] : [{ host, path: target, isReader }];
    });
}
