// Determines whether a workspace is set up for a host, that is, whether the project root of a file also
// contains one of the host's own folders.
import { foldersOf } from '../hosts/model/glob';
import { rootOf } from '../hosts/model/located-file';
import type { Place } from '../hosts/model/place';
import type { FileSystem } from '../world/file-system';

export interface Presence {
  /**
   * For hosts that read the file from another host's folder, returns whether the host is used in this
   * workspace.
   */
  of(path: string): (place: Place) => boolean;
}

export function presenceIn(world: FileSystem): Presence {
  // The result is cached until restart, so folders created or deleted later are not noticed.
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
