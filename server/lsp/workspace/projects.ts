// The projects of open files that are outside all open folders. A project is tracked while one of its files
// is open, so that the file is checked together with the project's other files. Nothing is reported for
// those, and only the folders of the hosts are read.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { type PlaceContext, placesOf } from '../../hosts/catalog/places';
import { companionsAt, globsOf } from '../../workspace/companions/files';
import {
  agentFolders,
  hostFolders,
  projectOf,
  settingFolders,
  upward,
} from '../../workspace/project';
import { type FoundFile, filesOfProject } from '../../workspace/survey';
import type { FileSystem } from '../../world/file-system';
import type { WorkspaceFolders } from '../documents/document-places';

export interface Projects {
  /**
   * Records an open file.
   * @returns The roots that have to be surveyed because of it.
   */
  readonly open: (path: string) => readonly string[];
  /**
   * Records that the file was closed.
   * @returns The roots that no longer contain an open file.
   */
  readonly close: (path: string) => readonly string[];
  readonly looked: (root: string) => void;
  /** Returns the files in a root that define, provide or reference agents. */
  readonly files: (root: string) => Iterable<FoundFile>;
  /**
   * Returns what to watch for such files, as folders with patterns. Only the folders of the hosts are watched
   * as a whole.
   */
  readonly watched: (root: string) => readonly Watched[];
  readonly roots: () => readonly string[];
  readonly holds: (path: string) => boolean;
  /** Whether the file's project has not been surveyed yet, so that its surroundings are unknown. */
  readonly isPending: (path: string) => boolean;
}

interface Watched {
  readonly folder: string;
  readonly pattern: string;
}

/** @param isKnown Whether a file is in an open folder or among the user's own files. */
export function projectsIn(
  catalog: HostCatalog,
  world: FileSystem,
  isKnown: (path: string) => boolean,
  folders: WorkspaceFolders = {},
): Projects {
  const { home } = world;
  const around: PlaceContext = {
    ...folders,
    has: world.has,
    isFolder: world.isFolder,
    read: world.read,
    ...(home !== undefined && { home }),
  };
  const byFile = new Map<string, readonly string[]>();
  const looked = new Set<string>();
  const all = (): readonly string[] => [...new Set([...byFile.values()].flat())];

  const rootsFor = (path: string): readonly string[] => {
    const root =
      projectOf(placesOf(catalog, path, around)) ??
      companionsAt(path, catalog.mainHosts, around).find(({ file }) => file.scope !== 'user')?.root;
    if (root === undefined || root === '') return [];
    return upward(root, world).filter((one) => !isKnown(`${one}/x`));
  };

  const isIn = (root: string, path: string): boolean => path.startsWith(`${root}/`);

  return {
    open(path) {
      if (isKnown(path)) return [];
      const roots = rootsFor(path);
      if (roots.length > 0) byFile.set(path, roots);
      return roots.filter((root) => !looked.has(root));
    },
    close(path) {
      const roots = byFile.get(path) ?? [];
      byFile.delete(path);
      const left = new Set(all());
      const gone = roots.filter((root) => !left.has(root));
      for (const root of gone) looked.delete(root);
      return gone;
    },
    looked: (root) => void looked.add(root),
    files(root) {
      const folders = agentFolders(catalog, root, around).filter((folder) => isIn(root, folder));
      return filesOfProject(catalog, root, world, around, folders);
    },
    watched(root) {
      const below = (path: string): string => path.slice(root.length + 1);
      const globs = globsOf(catalog, ['project']).map((glob) => `${root}/${glob}`);
      const paths = [
        ...hostFolders(catalog, root, around).map((folder) => `${folder}/*`),
        ...globs,
      ].map(below);
      const added = settingFolders(catalog, root, around).filter((folder) => isIn(root, folder));
      const folders = paths.flatMap((path) =>
        path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [],
      );
      return [
        ...paths
          .filter((path) => !path.includes('/'))
          .map((pattern) => ({ folder: root, pattern })),
        ...[...new Set(folders)].map((folder) => ({
          folder: `${root}/${folder}`,
          pattern: '**/*',
        })),
        ...added.map((folder) => ({ folder, pattern: '*' })),
      ];
    },
    roots: all,
    holds: (path) => all().some((root) => isIn(root, path)),
    isPending: (path) => byFile.get(path)?.some((root) => !looked.has(root)) ?? false,
  };
}
