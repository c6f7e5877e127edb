// The projects of open files that are in no open folder: known for as long as such a file is open, so that it is judged as
// it is among its project's other files. Nothing is reported of those, and only the folders of the hosts are looked into.

import { mainHosts, type PlaceContext, placesOf } from '../hosts/places';
import { companionsAt, globsOf } from '../workspace/companions/files';
import { agentFolders, hostFolders, projectOf, settingFolders, upward } from '../workspace/project';
import { type FoundFile, filesOfProject } from '../workspace/survey';
import type { FileSystem } from '../world/file-system';
import type { WorkspaceFolders } from './document-places';

export interface Projects {
  /** Notes an open file. @returns the roots that have to be looked at because of it. */
  readonly open: (path: string) => readonly string[];
  /** The file is closed. @returns the roots that nothing open belongs to any more. */
  readonly close: (path: string) => readonly string[];
  readonly looked: (root: string) => void;
  /** The files in a root that are agents, or that bring and name them. */
  readonly files: (root: string) => Iterable<FoundFile>;
  /** Where such files come and go: a folder, and a pattern below it. No folder is watched whole but those of the hosts. */
  readonly watched: (root: string) => readonly Watched[];
  readonly roots: () => readonly string[];
  readonly holds: (path: string) => boolean;
  /** The file's project is not looked at yet: nothing is known of what is around it. */
  readonly isPending: (path: string) => boolean;
}

interface Watched {
  readonly folder: string;
  readonly pattern: string;
}

/** @param isKnown whether a file is in an open folder, or among the user's own. */
export function projectsIn(
  world: FileSystem,
  isKnown: (path: string) => boolean,
  folders: WorkspaceFolders = {},
): Projects {
  const { home } = world;
  const around: PlaceContext = {
    ...folders,
    has: world.has,
    read: world.read,
    ...(home !== undefined && { home }),
  };
  const byFile = new Map<string, readonly string[]>();
  const looked = new Set<string>();
  const all = (): readonly string[] => [...new Set([...byFile.values()].flat())];

  const rootsFor = (path: string): readonly string[] => {
    const root =
      projectOf(placesOf(path, around)) ??
      companionsAt(path, mainHosts, around).find(({ file }) => file.scope !== 'user')?.root;
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
      const folders = agentFolders(root, around).filter((folder) => isIn(root, folder));
      return filesOfProject(root, world, around, folders);
    },
    watched(root) {
      const below = (path: string): string => path.slice(root.length + 1);
      const globs = globsOf(['project']).map((glob) => `${root}/${glob}`);
      const paths = [...hostFolders(root, around).map((folder) => `${folder}/*`), ...globs].map(
        below,
      );
      const added = settingFolders(root, around).filter((folder) => isIn(root, folder));
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
