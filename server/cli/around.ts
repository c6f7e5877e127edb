// What lies around a few files that were named: the agents of their projects, and the files beside those. They are looked at
// and never spoken of, so that of one file is told what is told of it among the others.
import { placesOf } from '../hosts/places';
import { projectOf, upward } from '../workspace/project';
import { filesOfProject } from '../workspace/survey';
import type { FileSystem } from '../world/file-system';
import { placeContext } from './paths';

export interface Around {
  /** Whole paths, none of those that were named among them. */
  readonly agents: readonly string[];
  readonly beside: readonly string[];
}

/** Whoever names files of more projects than this has a list of them, and no question about one. */
const mostRoots = 8;

/** More agents than this, named or around: to read those takes longer than all the rest. */
const mostAgents = 100;

/**
 * Looks into the folders of the hosts alone, below the root of each file and, within its repository, above it. Null where
 * nothing was looked for: a folder was named that is not below a folder of agents and so holds what is around, a file lies in
 * no place of a project, or there is too much around.
 * @param named whole paths.
 */
export function around(
  named: ReadonlySet<string>,
  excludes: (file: string) => boolean,
  world: FileSystem,
): Around | null {
  if (named.size === 0 || named.size > mostAgents) return null;
  const roots = rootsOf(named, world);
  if (roots === null) return null;
  const folders = [...named].filter((path) => world.isFolder(path));
  const isNamed = (file: string): boolean =>
    named.has(file) || folders.some((folder) => file.startsWith(`${folder}/`));
  const agents = new Set<string>();
  const beside = new Set<string>();
  for (const root of roots) {
    for (const { path, isAgent } of filesOfProject(root, world, placeContext(world))) {
      if (excludes(path)) continue;
      if (!isAgent) beside.add(path);
      else if (!isNamed(path)) agents.add(path);
      if (agents.size > mostAgents) return null;
    }
  }
  return { agents: [...agents], beside: [...beside] };
}

/** Null for too many, and where one of the files belongs to no project. */
function rootsOf(named: ReadonlySet<string>, world: FileSystem): ReadonlySet<string> | null {
  const own = new Set<string>();
  for (const path of named) {
    // Whatever a file in such a folder is called: a folder of agents holds nothing of what is beside it.
    const file = world.isFolder(path) ? `${path}/agent.md` : path;
    const root = projectOf(placesOf(file, placeContext(world)));
    if (root === undefined) return null;
    own.add(root);
    if (own.size > mostRoots) return null;
  }
  return new Set([...own].flatMap((root) => upward(root, world, world.cwd)));
}
