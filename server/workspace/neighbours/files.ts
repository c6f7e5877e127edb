// Which files are neighbours of the agents, told by their path alone: a host declares globs, and a walk or a watcher asks.
import type { Host } from '../../hosts/host';
import type { NeighbourFile } from '../../hosts/neighbour';
import type { Surroundings } from '../../hosts/places';

/** A file in one declaration of one host. */
export interface NeighbourPlace {
  readonly host: Host;
  readonly file: NeighbourFile;
  readonly path: string;
  /** The project, home or plugin that it counts for; empty for a relative path. */
  readonly root: string;
}

/** Every declaration that the path falls under, each host's in its own order. */
export const neighboursAt = (
  path: string,
  hosts: readonly Host[],
  around: Surroundings = {},
): readonly NeighbourPlace[] =>
  hosts.flatMap((host) =>
    (host.neighbours ?? []).flatMap((file) => {
      const root = rootFor(file.glob, path);
      return root !== null && admits(file, root, around) ? [{ host, file, path, root }] : [];
    }),
  );

/** What stands before the glob, without a slash at its end; null where the path does not match. The innermost counts. */
export function rootFor(glob: string, path: string): string | null {
  const { endings, whole } = patternOf(glob);
  // A walk asks for every file that there is, and nearly all of them end in another way.
  if (!endings.some((ending) => path.endsWith(ending))) return null;
  const match = whole.exec(path);
  return match ? (match[1] ?? '') : null;
}

function admits({ scope, beside }: NeighbourFile, root: string, around: Surroundings): boolean {
  if (beside !== undefined && !around.has?.(root === '' ? beside : `${root}/${beside}`))
    return false;
  const atHome = around.home !== undefined && root === around.home;
  return scope === 'user' ? atHome : scope !== 'project' || !atHome;
}

interface Pattern {
  readonly endings: readonly string[];
  readonly whole: RegExp;
}

const patterns = new Map<string, Pattern>();

function patternOf(glob: string): Pattern {
  const known = patterns.get(glob);
  if (known) return known;
  const source = glob.replace(/\*\*\/|[*{},]|[^\w/*{},]/g, (part) => signs[part] ?? `\\${part}`);
  const choices = /\{([^{}]*)\}$/.exec(glob)?.[1]?.split(',');
  const endings = choices ?? [/[^*{}/]*$/.exec(glob)?.[0] ?? ''];
  const pattern = { endings, whole: new RegExp(`^(?:(.*)/)?${source}$`, 's') };
  patterns.set(glob, pattern);
  return pattern;
}

const signs: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '*': '[^/]*',
  '{': '(?:',
  '}': ')',
  ',': '|',
};
