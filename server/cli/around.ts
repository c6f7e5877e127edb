// Finds the context of a few named files: the other agents of their projects and the companion files. These files are
// read but not reported, so that a file has the same findings whether it is checked alone or with the whole project.
import { agentEndings, placesOf } from '../hosts/catalog/places';
import { projectOf, upward } from '../workspace/project';
import { filesOfProject } from '../workspace/survey';
import type { World } from './io';
import { placeContext } from './paths';

export interface Around {
  /** Absolute paths, without the named files. */
  readonly agents: readonly string[];
  readonly companionFiles: readonly string[];
}

/**
 * The maximum number of projects. Named files from more projects usually come from a generated list, for which this
 * search is too slow.
 */
const mostRoots = 8;

/**
 * The maximum number of agents, including the named files. Reading more would take longer than the rest of the check.
 */
const mostAgents = 100;

/**
 * Searches only the hosts' folders, below the root of each file and in its parent folders within the same repository.
 * Returns null if nothing was searched: if a named folder is not inside an agent folder and therefore already includes
 * the context, if a file does not belong to a project, or if there are too many files.
 * @param named absolute paths.
 */
export function around(
  named: ReadonlySet<string>,
  excludes: (file: string) => boolean,
  world: World,
): Around | null {
  if (named.size === 0 || named.size > mostAgents) return null;
  const roots = rootsOf(named, world);
  if (roots === null) return null;
  const folders = [...named].filter((path) => world.isFolder(path));
  const isNamed = (file: string): boolean =>
    named.has(file) || folders.some((folder) => file.startsWith(`${folder}/`));
  const agents = new Set<string>();
  const companionFiles = new Set<string>();
  for (const root of roots) {
    for (const { path, isAgent } of filesOfProject(
      world.catalog,
      root,
      world,
      placeContext(world),
    )) {
      if (excludes(path)) continue;
      if (!isAgent) companionFiles.add(path);
      else if (!isNamed(path)) agents.add(path);
      if (agents.size > mostAgents) return null;
    }
  }
  return { agents: [...agents], companionFiles: [...companionFiles] };
}

/** Returns null if there are too many projects or if one of the files does not belong to a project. */
function rootsOf(named: ReadonlySet<string>, world: World): ReadonlySet<string> | null {
  const own = new Set<string>();
  for (const path of named) {
    // A folder is judged by the agents that may be in it: an agent folder does not include the companion files next to it.
    const files = world.isFolder(path)
      ? [...agentEndings(world.catalog)].map((ending) => `${path}/agent${ending}`)
      : [path];
    const places = files.flatMap((file) => placesOf(world.catalog, file, placeContext(world)));
    const root = projectOf(places);
    if (root === undefined) return null;
    own.add(root);
    if (own.size > mostRoots) return null;
  }
  return new Set([...own].flatMap((root) => upward(root, world, world.cwd)));
}
