// Determines from the path alone which files are companions of agents: hosts declare globs, and walks and watchers query them.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { PlaceContext } from '../../hosts/catalog/places';
import { entriesOfJson } from '../../hosts/judge/settings-texts';
import type { CompanionFile } from '../../hosts/model/companion';
import { expandBraces } from '../../hosts/model/glob';
import type { Host } from '../../hosts/model/host';
import { memoize } from '../../text/memoize';
import { entryOf, textOf } from '../../yaml/value';

/** A file that matches one declaration of one host. */
export interface CompanionPlace {
  readonly host: Host;
  readonly file: CompanionFile;
  readonly path: string;
  /** The project, home or plugin that it applies to; empty for a relative path. */
  readonly root: string;
  /** What the full names of what it defines begin with; null where they have no such names. */
  readonly prefix: string | null;
}

const filesOf = ({ hosts }: HostCatalog): readonly CompanionFile[] =>
  hosts.flatMap(({ companionFiles }) => companionFiles ?? []);

/** The fixed file names, such as `.mcp.json` and `SKILL.md`, and the folders and endings of the other declarations. */
const namesOf = memoize((catalog: HostCatalog) => {
  const parts = filesOf(catalog).flatMap(({ glob }) => expandBraces(glob));
  const wild = parts.filter((glob) => lastPart(glob).includes('*'));
  return {
    fileNames: new Set(parts.map(lastPart).filter((part) => !part.includes('*'))),
    folders: wild.map((glob) => `/${glob.slice(0, glob.indexOf('/*'))}/`),
    endings: [...new Set(wild.map((glob) => glob.slice(glob.lastIndexOf('.'))))],
  };
});

/** A fast check for every file of a walk, as nearly all files are something else. */
export function mayBeCompanion(catalog: HostCatalog, path: string): boolean {
  const { fileNames, folders, endings } = namesOf(catalog);
  if (fileNames.has(lastPart(path))) return true;
  if (!endings.some((ending) => path.endsWith(ending))) return false;
  const parent = `/${path.slice(0, path.lastIndexOf('/') + 1)}`;
  return folders.some((folder) => parent.includes(folder));
}

/** Whether it is Markdown with a prompt, in which words may name an agent. */
export const hasPrompt = (catalog: HostCatalog, path: string): boolean =>
  filesOf(catalog).some(
    ({ format, glob }) => format === 'frontmatter' && rootFor(glob, path) !== null,
  );

/** All declared files of one kind, as globs below any folder. */
export const companionGlobs = (catalog: HostCatalog): readonly string[] => [
  ...new Set(filesOf(catalog).map(({ glob }) => glob)),
];

/** Those that can name agents, in a field or in a prompt. */
export const namingGlobs = (catalog: HostCatalog): readonly string[] => [
  ...new Set(
    filesOf(catalog)
      .filter(
        ({ format, names }) =>
          format === 'frontmatter' || names.some(({ kind }) => kind === 'agent'),
      )
      .map(({ glob }) => glob),
  ),
];

/** Those that can define agents with fields. */
export const entryGlobs = (catalog: HostCatalog): readonly string[] => [
  ...new Set(filesOf(catalog).flatMap(({ entries, glob }) => (entries ? [glob] : []))),
];

/** The user's own files, as globs below the home folder. */
export const userGlobs = (catalog: HostCatalog): readonly string[] => globsOf(catalog, ['user']);

/** The globs of some scopes, with braces expanded. */
export function globsOf(
  catalog: HostCatalog,
  scopes: readonly CompanionFile['scope'][],
): readonly string[] {
  const files = filesOf(catalog).filter(({ scope }) => scopes.includes(scope));
  return [...new Set(files.flatMap(({ glob }) => expandBraces(glob)))];
}

/** The user's own files of that kind that exist. */
export const userFiles = (catalog: HostCatalog, home: string, disk: Disk): readonly string[] =>
  companionFilesAt(catalog, home, ['user'], disk);

/** The files of that kind that exist for one root: a project, a home or a plugin. */
export function companionFilesAt(
  catalog: HostCatalog,
  root: string,
  scopes: readonly CompanionFile['scope'][],
  { has, walk }: Disk,
): readonly string[] {
  const paths = globsOf(catalog, scopes).flatMap((glob) => {
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
    (host.companionFiles ?? []).flatMap((file) => {
      const root = rootFor(file.glob, path);
      if (root === null || !admits(file, root, around)) return [];
      return [{ host, file, path, root, prefix: prefixOf(file, root, around) }];
    }),
  );

function prefixOf({ prefixedBy }: CompanionFile, root: string, { read }: PlaceContext) {
  if (prefixedBy === undefined || !read) return null;
  const text = read(root === '' ? prefixedBy : `${root}/${prefixedBy}`);
  const stated = typeof text === 'string' ? entryOf(entriesOfJson(text), 'name') : undefined;
  const name = stated && textOf(stated.value);
  return name || root.slice(root.lastIndexOf('/') + 1) || null;
}

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

function admits(
  { scope, requiredFile }: CompanionFile,
  root: string,
  around: PlaceContext,
): boolean {
  if (
    requiredFile !== undefined &&
    !around.has?.(root === '' ? requiredFile : `${root}/${requiredFile}`)
  )
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
