// Whether a workspace keeps agents for a host: its own folder stands beside the one that a file lies in.
import { foldersOf } from '../hosts/glob';
import { type Place, rootOf } from '../hosts/place';
import type { FileSystem } from '../world/file-system';

export interface Presence {
  /** For the guests of a file: is the host at home in this workspace? */
  of(path: string): (place: Place) => boolean;
}

export function presenceIn(world: FileSystem): Presence {
  // A folder that comes or goes is seen at the next start.
  const known = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const found = known.get(path) ?? world.isFolder(path);
    known.set(path, found);
    return found;
  };
  return {
    of: (path) => (place) => {
      const root = rootOf({ ...place, path });
      return place.host.locations
        .filter((location) => location.scope === 'project' && location.role === 'owner')
        .some((location) =>
          foldersOf(location.glob).some((folder) => isFolder(`${root}/${folder}`)),
        );
    },
  };
}
