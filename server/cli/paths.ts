// Which files a command looks at. Named files are always judged; folders are walked for the hosts' locations.

import { outlineOf } from '../agent/outline';
import { passedOverBy } from '../hosts/astray';
import { glanceAt } from '../hosts/glance';
import type { Host } from '../hosts/host';
import { formerPlace, looksLikeAgent, loosePlace } from '../hosts/loose';
import { baseName, type Place } from '../hosts/place';
import {
  mainHostsAnd,
  ownPlace,
  placeIn,
  placesOf,
  type Surroundings,
  userFolders,
} from '../hosts/places';
import { remembered } from '../hosts/remembered';
import { unreadFor } from '../hosts/unread';
import { mayBeBeside } from '../workspace/neighbours/files';
import { type FoundFile, filesBelow, namedFiles } from '../workspace/survey';
import type { World } from '../world/world';
import { UsageError } from './io';

export const slashed = (path: string): string => path.replaceAll('\\', '/');

/** An absolute path, for finding out where a file lies. */
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

/** With parts that name no folder: `.`, `..` or nothing. */
const roundabout = /\/\.{0,2}(?:\/|$)/;

export const surroundings = (world: World): Surroundings => glanceOf(world).around;

/** Until folders are walked over anew. */
const glanceOf = remembered(({ home, cwd, has, read }: World) =>
  // The working folder counts as the workspace folder.
  glanceAt({ home, has, read, roots: () => [cwd] }),
);

/** What else says which files of a folder are looked at. Named files always are. */
export interface Picked {
  /** Looked at if they look like agents, wherever they lie. */
  readonly includes: (file: string) => boolean;
  readonly excludes: (file: string) => boolean;
}

const nothingPicked: Picked = { includes: () => false, excludes: () => false };

/**
 * The agents of the paths given, and the companions in the folders among them: each once, in order, without a leading `./`.
 * @throws UsageError for a path that is not there.
 */
export function* filesOf(
  paths: readonly string[],
  loose: boolean,
  world: World,
  { includes, excludes } = nothingPicked,
): Generator<FoundFile> {
  glanceOf(world).forget();
  const isIncluded = loose ? () => true : includes;
  const isCompanion = (file: string): boolean => mayBeBeside(file) && !excludes(file);
  const isAgent = (file: string): boolean =>
    file.endsWith('.md') &&
    (isPlaced(file, world) ||
      formerPlace(file) !== null ||
      (isIncluded(file) && isLooseAgent(file, world))) &&
    !excludes(file);
  // One folder alone holds each file once.
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths.length > 0 ? paths : ['.']) {
    const files = world.isFolder(path)
      ? filesBelow(slashed(path), world, { isAgent, isCompanion })
      : namedFiles([named(path, world)]);
    for (const file of files) {
      const whole = absolute(file.path, world);
      if (seen?.has(whole)) continue;
      seen?.add(whole);
      const plain = file.path.startsWith('./') ? file.path.slice(2) : file.path;
      yield { ...file, path: plain };
    }
  }
}

/** The agent files of the user's home, but for those that are known already. */
export function userFiles(world: World, known: ReadonlySet<string>): readonly string[] {
  const { home } = world;
  if (home === undefined) return [];
  const seen = new Set([...known].map((file) => absolute(file, world)));
  const isWanted = (file: string): boolean => file.endsWith('.md') && isPlaced(file, world);
  return userFolders
    .flatMap((folder) => [...world.walk(`${home}/${folder}`, isWanted)])
    .filter((file) => !seen.has(file));
}

/** With `~` for the user's home, where it is outside of the working folder. */
export const pathForPeople = (file: string, { home }: World): string =>
  home !== undefined && file.startsWith(`${home}/`) ? `~${file.slice(home.length)}` : file;

function named(path: string, world: World): string {
  if (!world.has(path)) throw new UsageError(`file not found: ${path}`);
  return slashed(path);
}

const isPlaced = (file: string, world: World): boolean =>
  glanceOf(world).placesAt(absolute(file, world)).length > 0;

function isLooseAgent(file: string, world: World): boolean {
  try {
    return looksLikeAgent(outlineOf(world.read(file)));
  } catch {
    return false; // it will be named in vain; a folder is only walked
  }
}

/**
 * Every place of a file; outside all of them, the one its fields suggest.
 * @param chosen the hosts that were asked for: profiles count only then.
 */
export function placesFor(
  file: string,
  text: string,
  world: World,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const path = absolute(file, world);
  const places = chosen
    ? placesOf(path, surroundings(world), mainHostsAnd(chosen))
    : glanceOf(world).placesAt(path);
  if (places.length > 0 || passedOverBy(path).length > 0) return places;
  if (formerPlace(path)) return [];
  const loose = loosePlace(outlineOf(text), slashed(file));
  if (!loose) return [];
  const { isFolder } = world;
  return [{ ...loose, unread: () => unreadFor(path, { ...surroundings(world), isFolder }) }];
}

/** As `placesFor`; a file outside every place is judged as if it lay in the own folder of each host asked for. */
export function placesToCheck(
  file: string,
  text: string,
  world: World,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const former = formerPlace(slashed(file));
  if (!chosen) {
    const places = placesFor(file, text, world, chosen);
    return places.length > 0 || !former ? places : [former];
  }
  const places = placesOf(absolute(file, world), surroundings(world), mainHostsAnd(chosen));
  if (places.length > 0 || passedOverBy(absolute(file, world)).length > 0) return places;
  if (former) return chosen.includes(former.host) ? [former] : [];
  return chosen.flatMap((host): readonly Place[] => {
    const own = ownPlace(host, slashed(file));
    return own ? [{ ...own, path: slashed(file) }] : [];
  });
}

/** The places as if the file lay at `as`, or in each host's own folder for `@own`. */
export function placesAs(
  as: string,
  file: string,
  chosen: readonly Host[] | null,
): readonly Place[] {
  const hosts = mainHostsAnd(chosen);
  if (as === '@own') return hosts.flatMap((host) => ownPlace(host, slashed(file)) ?? []);
  const path = slashed(as).replace('{name}', () => baseName(slashed(file)));
  return hosts
    .flatMap((host) => placeIn(host, path) ?? [])
    .sort((a, b) => (a.role === 'owner' ? 0 : 1) - (b.role === 'owner' ? 0 : 1));
}
