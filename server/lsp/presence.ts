// Whether a workspace keeps agents for a host: its own folder stands beside the one that a file lies in.
import { foldersOf } from '../hosts/glob';
import type { Place } from '../hosts/place';
import type { World } from '../world/world';

export interface Presence {
  /** For the guests of a file: is the host at home in this workspace? */
  of(path: string): (place: Place) => boolean;
}

export function presenceIn(world: World): Presence {
  // A folder that comes or goes is seen at the next start.
  const known = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const found = known.get(path) ?? world.isFolder(path);
    known.set(path, found);
    return found;
  };
  return {
    of: (path) => (place) => {
      const root = rootOf(path, place);
      return place.host.locations
        .filter((location) => location.scope === 'project' && location.role === 'owner')
        .some((location) =>
          foldersOf(location.glob).some((folder) => isFolder(`${root}/${folder}`)),
        );
    },
  };
}

/** What stands before the location's folder. */
const rootOf = (path: string, { location, below }: Place): string => {
  const folder = path.slice(0, path.length - below.length - 1);
  const own = foldersOf(location.glob).find((one) => folder.endsWith(`/${one}`));
  return own === undefined ? folder : folder.slice(0, folder.length - own.length - 1);
};
