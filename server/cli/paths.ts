// Finds the files that a command reads. Named files are always checked; folders are searched for the hosts' locations.

import { configurationRoot } from '../agent/entry-outline';
import { outlineOfFile } from '../agent/outline';
import { diskContextAt } from '../hosts/catalog/disk-context';
import { formerPlace, guessPlace, looksLikeAgent } from '../hosts/catalog/guess-place';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { hostsIgnoring } from '../hosts/catalog/misplaced';
import { hasAgentEnding, type PlaceContext, placeIn, placesOf } from '../hosts/catalog/places';
import { unreadReasonFor } from '../hosts/catalog/unread-reason';
import type { Host } from '../hosts/model/host';
import { baseName, rootOf } from '../hosts/model/located-file';
import { type Place, placeInOwnFolder } from '../hosts/model/place';
import type { FileText, UnreadFile } from '../text/file-text';
import { memoize } from '../text/memoize';
import { verbatim } from '../text/message';
import {
  type EntryHolder,
  entriesIn,
  entryHoldersAt,
  mayDefineAgents,
} from '../workspace/companions/entries';
import { type CompanionPlace, companionsAt, mayBeCompanion } from '../workspace/companions/files';
import { upward } from '../workspace/project';
import { type FoundFile, filesBelow, linksWithin, namedFiles } from '../workspace/survey';
import { unreadable, type World } from './io';

export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Returns an absolute path, which is needed to determine the location of a file. */
export const absolute = (path: string, { cwd }: World): string => join(path, cwd);

function join(path: string, cwd: string): string {
  const clean = slashed(path.startsWith('./') ? path.slice(2) : path);
  const joined = /^(?:\/|[a-z]:\/)/i.test(clean) ? clean : `${cwd}/${clean}`;
  if (!roundabout.test(joined)) return joined;
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && !(part === '' && parts.length > 0)) parts.push(part);
  }
  return parts.join('/') || '/';
}

/** Matches paths with segments that are not folder names: `.`, `..` or empty segments. */
const roundabout = /\/\.{0,2}(?:\/|$)/;

export const placeContext = (world: World): PlaceContext => diskContextOf(world).around;

/** Cached until the folders are scanned again. */
const diskContextOf = memoize(({ catalog, home, cwd, has, isFolder, read, walk }: World) =>
  // The working folder is treated as the workspace folder.
  diskContextAt(catalog, { home, has, isFolder, read, walk, roots: () => [cwd] }),
);

/** Additional filters for files in folders. Named files are always included. */
export interface Picked {
  /** Whether files outside of the hosts' locations are included if they look like agents. */
  readonly includes: (file: string) => boolean;
  readonly excludes: (file: string) => boolean;
}

/** Reports a folder that is not searched, and why. */
export type Unread = (folder: string, why: UnreadFile) => void;

/**
 * Returns the agents at the given paths and the companion files in the given folders, in order and without duplicates
 * or a leading `./`.
 * @param unread called with each folder that is not searched.
 * @throws UsageError if a path does not exist.
 */
export function* filesOf(
  paths: readonly string[],
  loose: boolean,
  world: World,
  { includes, excludes }: Picked,
  unread: Unread,
): Generator<FoundFile> {
  diskContextOf(world).forget();
  const isIncluded = loose ? () => true : includes;
  const isCompanion = (file: string): boolean =>
    mayBeCompanion(world.catalog, file) && !excludes(file);
  const isAgent = (file: string): boolean =>
    hasAgentEnding(world.catalog, file) &&
    (isPlacedAlone(file, world) ||
      formerPlace(world.catalog, file) !== null ||
      (file.endsWith('.md') && isIncluded(file) && isLooseAgent(file, world))) &&
    !excludes(file);
  const linksBelow = (path: string): ReturnType<typeof linksWithin> =>
    linksWithin(world.catalog, projectAround(absolute(path, world), world), (folder, why) => {
      const shown = plain(folder);
      if (!excludes(`${shown}/x`)) unread(shown, why);
    });
  // Duplicates are only possible with several paths.
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths.length > 0 ? paths : ['.']) {
    const files = world.isFolder(path)
      ? filesBelow(slashed(path), world, { isAgent, isCompanion }, linksBelow(path))
      : namedFiles([named(path, world)]);
    for (const file of files) {
      const whole = absolute(file.path, world);
      if (seen?.has(whole)) continue;
      seen?.add(whole);
      yield { ...file, path: plain(file.path) };
    }
  }
}

const plain = (path: string): string => (path.startsWith('./') ? path.slice(2) : path);

/** The root of the repository, or the working folder if it contains the folder. */
function projectAround(folder: string, world: World): string {
  const parents = upward(folder, world, world.cwd);
  return parents.at(-1) ?? folder;
}

/** Returns the hosts that judge the agents in a configuration file; none for any other file. */
export const entryHolders = (file: string, world: World): readonly EntryHolder[] =>
  entryHoldersAt(world.catalog, absolute(file, world), placeContext(world));

/** Returns the hosts that read a file as a companion of their agents. */
export const companionPlaces = (file: string, world: World): readonly CompanionPlace[] =>
  companionsAt(absolute(file, world), world.catalog.mainHosts, placeContext(world));

/**
 * Whether it is a configuration file that is a document, has agents that are judged, or cannot be read. Others are not checked.
 */
export function isConfiguration(file: string, read: () => FileText, world: World): boolean {
  if (isPlaced(file, world)) return true;
  const holders = entryHolders(file, world);
  if (holders.length === 0) return false;
  const text = read();
  if (typeof text !== 'string') return false;
  return entriesIn(text, holders).length > 0 || isBroken(text, file, holders);
}

/** Whether the file is not JSON or TOML, although no program replaces a part of it before reading it. */
export const isBroken = (text: string, file: string, holders: readonly EntryHolder[]): boolean =>
  holders.length > 0 &&
  text.trim() !== '' &&
  configurationRoot(text, file) === null &&
  !holders.some(({ companion }) => companion.file.entries?.replaces?.test(text));

/**
 * Returns the folder in which a command may write for a file: the working folder or the project of the file, whichever contains the
 * other. A symbolic link must not lead out of it.
 * @param places the places of the file.
 */
export function writableFolder(file: string, places: readonly Place[], world: World): string {
  const path = absolute(file, world);
  const roots = [world.cwd, ...places.map((place) => absolute(rootOf(place) || '.', world))];
  const around = roots.filter((root) => path.startsWith(root === '/' ? root : `${root}/`));
  const [widest] = around.sort((a, b) => a.length - b.length);
  return widest ?? (path.slice(0, path.lastIndexOf('/')) || '/');
}

/** Returns the agent files in the user's home folder, except those that are already known. */
export function userFiles(
  world: World,
  known: ReadonlySet<string>,
  unread: Unread,
): readonly string[] {
  const { home } = world;
  if (home === undefined) return [];
  const seen = new Set([...known].map((file) => absolute(file, world)));
  const isWanted = (file: string): boolean =>
    hasAgentEnding(world.catalog, file) && isPlacedAlone(file, world);
  return world.catalog.userFolders
    .flatMap((folder) => [
      ...world.walk(`${home}/${folder}`, isWanted, linksWithin(world.catalog, home, unread)),
    ])
    .filter((file) => !seen.has(file));
}

/** Returns a path in the working folder relative to it, and any other path unchanged. */
export const shortest = (path: string, { cwd }: World): string =>
  path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;

/** Abbreviates the home folder as `~` for paths outside of the working folder. */
export const pathForPeople = (file: string, { home }: World): string =>
  home !== undefined && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;

function named(path: string, world: World): string {
  if (!world.has(path)) {
    // A link to itself exists, but leads to nothing.
    const unread = world.read(path);
    throw unreadable(
      path,
      typeof unread === 'string' ? { problem: 'absent', message: verbatim('') } : unread,
    );
  }
  return slashed(path);
}

const isPlaced = (file: string, world: World): boolean =>
  diskContextOf(world).placesAt(absolute(file, world)).length > 0;

/** A configuration is found as a companion, whose agents are not those of a document. */
const isPlacedAlone = (file: string, world: World): boolean =>
  isPlaced(file, world) &&
  !mayDefineAgents(world.catalog, absolute(file, world), placeContext(world));

function isLooseAgent(file: string, world: World): boolean {
  const text = world.read(file);
  // Unreadable files in folders that no host reads are skipped.
  return typeof text === 'string' && looksLikeAgent(outlineOfFile(file, text), file);
}

/**
 * Returns every place of a file. If it has none, returns the place that its fields suggest.
 * @param chosen the requested hosts. Profiles are only included if they are among them.
 */
export function placesFor(
  file: string,
  text: string,
  world: World,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const { catalog } = world;
  const path = absolute(file, world);
  const places = chosen
    ? placesOf(catalog, path, placeContext(world), catalog.mainHostsWith(chosen), chosen)
    : diskContextOf(world).placesAt(path);
  if (places.length > 0 || hostsIgnoring(catalog, path).length > 0) return places;
  if (formerPlace(catalog, path)) return [];
  const loose = guessPlace(catalog, outlineOfFile(file, text), slashed(file));
  if (!loose) return [];
  const around = placeContext(world);
  return [{ ...loose, unread: () => unreadReasonFor(catalog, path, around) }];
}

/**
 * Like `placesFor`, but a file outside of every place is checked as if it were in the agent folder of each requested
 * host.
 */
export function placesToCheck(
  file: string,
  text: string,
  world: World,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const { catalog } = world;
  const formerHere = (): Place | null => formerPlace(catalog, slashed(file));
  if (!chosen) {
    const places = placesFor(file, text, world, chosen);
    const former = places.length > 0 ? null : formerHere();
    return former ? [former] : places;
  }
  const path = absolute(file, world);
  const places = placesOf(
    catalog,
    path,
    placeContext(world),
    catalog.mainHostsWith(chosen),
    chosen,
  );
  if (places.length > 0 || hostsIgnoring(catalog, path).length > 0) return places;
  const former = formerHere();
  if (former) return chosen.includes(former.host) ? [former] : [];
  return chosen.flatMap((host): readonly Place[] => {
    const own = placeInOwnFolder(host, slashed(file));
    return own ? [{ ...own, path: slashed(file) }] : [];
  });
}

/** Returns the places as if the file were located at `as`, or in each host's agent folder for `@own`. */
export function placesAs(
  catalog: HostCatalog,
  as: string,
  file: string,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const hosts = catalog.mainHostsWith(chosen);
  const isRequested = (host: Host): boolean => chosen?.includes(host) ?? true;
  if (as === '@own') {
    const own = hosts.flatMap((host) => placeInOwnFolder(host, slashed(file)) ?? []);
    // A host that was not requested matters where it shares the folder of one that was.
    const paths = new Set(own.flatMap(({ host, path }) => (isRequested(host) ? [path] : [])));
    return own.filter(({ path }) => paths.has(path));
  }
  const path = slashed(as).replace('{name}', () => baseName(slashed(file)));
  return hosts
    .flatMap((host) => placeIn(host, path) ?? [])
    .sort((a, b) => (a.role === 'owner' ? 0 : 1) - (b.role === 'owner' ? 0 : 1));
}
