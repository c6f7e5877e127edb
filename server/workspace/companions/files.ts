// Determines from the path alone which files are companions of agents: hosts declare globs, and walks and watchers query them.

import type { PlaceContext } from '../../hosts/catalog/places';
import { hosts } from '../../hosts/catalog/registry';
import type { CompanionFile } from '../../hosts/model/companion';
import { expandBraces } from '../../hosts/model/glob';
import type { Host } from '../../hosts/model/host';

/** A file that matches one declaration of one host. */
export interface CompanionPlace {
  readonly host: Host;
  readonly file: CompanionFile;
  readonly path: string;
  /** The project, home or plugin that it applies to; empty for a relative path. */
  readonly root: string;
}

const everyGlob = hosts.flatMap(({ neighbours }) => neighbours ?? []).map(({ glob }) => glob);

/** The fixed file names, such as `.mcp.json` and `SKILL.md`, and the folders of the other declarations. */
const parts = everyGlob.flatMap(expandBraces);
const fileNames = new Set(parts.map(lastPart).filter((part) => !part.includes('*')));
const folders = parts
  .filter((glob) => lastPart(glob).includes('*'))
  .map((glob) => `/${glob.slice(0, glob.indexOf('/*'))}/`);

/** A fast check for every file of a walk, as nearly all files are something else. */
export const mayBeCompanion = (path: string): boolean =>
  fileNames.has(lastPart(path)) || (path.endsWith('.md') && isCompanionIn(path));

function isCompanionIn(path: string): boolean {
  const parent = `/${path.slice(0, path.lastIndexOf('/') + 1)}`;
  return folders.some((folder) => parent.includes(folder));
}

/** All declared files of one kind, as globs below any folder. */
export const companionGlobs: readonly string[] = [...new Set(everyGlob)];

/** Those that can name agents, in a field or in a prompt. */
export const namingGlobs: readonly string[] = [
  ...new Set(
    hosts
      .flatMap(({ neighbours }) => neighbours ?? [])
      .filter(
        ({ format, names }) =>
          format === 'frontmatter' || names.some(({ kind }) => kind === 'agent'),
      )
      .map(({ glob }) => glob),
  ),
];

/** The user's own files, as globs below the home folder. */
export const userGlobs: readonly string[] = globsOf(['user']);

/** The globs of some scopes, with braces expanded. */
export function globsOf(scopes: readonly CompanionFile['scope'][]): readonly string[] {
  const files = hosts
    .flatMap(({ neighbours }) => neighbours ?? [])
    .filter(({ scope }) => scopes.includes(scope));
  return [...new Set(files.flatMap(({ glob }) => expandBraces(glob)))];
}

/** The user's own files of that kind that exist. */
export const userFiles = (home: string, disk: Disk): readonly string[] =>
  companionFilesAt(home, ['user'], disk);

/** The files of that kind that exist for one root: a project, a home or a plugin. */
export function companionFilesAt(
  root: string,
  scopes: readonly CompanionFile['scope'][],
  { has, walk }: Disk,
): readonly string[] {
  const paths = globsOf(scopes).flatMap((glob) => {
    const star = glob.indexOf('/*');
    if (star < 0) return has(`${root}/${glob}`) ? [`${root}/${glob}`] : [];
    const isWanted = (path: string): boolean => rootFor(glob, path) === root;
    return [...walk(`${root}/${glob.slice(0, star)}`, isWanted)];
  });
  return [...new Set(paths)];
}

interface Disk {
  readonly has: (path: string) => boolean;
  readonly walk: (folder: string, wanted: (path: string) => boolean) => Iterable<string>;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Every declaration that the path matches, in each host's own order. */
export const companionsAt = (
  path: string,
  among: readonly Host[],
  around: PlaceContext = {},
): readonly CompanionPlace[] =>
  among.flatMap((host) =>
    (host.neighbours ?? []).flatMap((file) => {
      const root = rootFor(file.glob, path);
      return root !== null && admits(file, root, around) ? [{ host, file, path, root }] : [];
    }),
  );

/**
 * Returns the part of the path before the glob, without a trailing slash; null if the path does not match. The innermost
 * match wins, but of `{a,b/a}.json` the alternative with more folders wins: the root of `b/a.json` is the parent of `b`.
 */
export function rootFor(glob: string, path: string): string | null {
  const { endings, wholes } = patternOf(glob);
  // A walk checks every file, and nearly all of them have a different ending.
  if (!endings.some((ending) => path.endsWith(ending))) return null;
  for (const whole of wholes) {
    const match = whole.exec(path);
    if (match) return match[1] ?? '';
  }
  return null;
}

function admits({ scope, beside }: CompanionFile, root: string, around: PlaceContext): boolean {
  if (beside !== undefined && !around.has?.(root === '' ? beside : `${root}/${beside}`))
    return false;
  const atHome = around.home !== undefined && root === around.home;
  return scope === 'user' ? atHome : scope !== 'project' || !atHome;
}

interface Pattern {
  readonly endings: readonly string[];
  /** One pattern for each number of folders that the glob can have, largest first. */
  readonly wholes: readonly RegExp[];
}

const patterns = new Map<string, Pattern>();

function patternOf(glob: string): Pattern {
  const known = patterns.get(glob);
  if (known) return known;
  const byDepth = new Map<number, string[]>();
  for (const one of expandBraces(glob)) {
    const depth = one.split('/').length;
    byDepth.set(depth, [...(byDepth.get(depth) ?? []), one]);
  }
  const wholes = [...byDepth]
    .sort(([a], [b]) => b - a)
    .map(([, globs]) => new RegExp(`^(?:(.*)/)?(?:${globs.map(sourceOf).join('|')})$`, 's'));
  const choices = /\{([^{}]*)\}$/.exec(glob)?.[1]?.split(',');
  const endings = choices ?? [/[^*{}/]*$/.exec(glob)?.[0] ?? ''];
  const pattern = { endings, wholes };
  patterns.set(glob, pattern);
  return pattern;
}

const sourceOf = (glob: string): string =>
  glob.replace(/\*\*\/|\*|[^\w/*]/g, (part) => escapes[part] ?? `\\${part}`);

const escapes: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '*': '[^/]*' };
