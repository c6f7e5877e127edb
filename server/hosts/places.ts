// Which hosts read a file, judged by where it lies.

import { message } from '../text/message';
import { addedMatch, type DisabledHost, isDisabled, type SettingsAround } from './folder-settings';
import { generationAt } from './generations';
import { endingOf, type Folder, folderOf, foldersOf, type Match, parentOf } from './glob';
import type { Host, Location } from './host';
import { keyOf, manifestAt, nameIn } from './manifest';
import { baseName, type Place } from './place';
import { hosts } from './registry';
import { remembered } from './remembered';

/** The hosts that speak up by themselves: all but the profiles. */
export const mainHosts: readonly Host[] = hosts.filter(({ profileOf }) => profileOf === undefined);

/** Those, and the profiles among the hosts that somebody asked for. */
export const mainHostsAnd = (chosen: readonly Host[] | null): readonly Host[] => [
  ...mainHosts,
  ...(chosen ?? []).filter(({ profileOf }) => profileOf !== undefined),
];

/** The folders of a user's home where some host looks for agents: `.claude/agents`. */
export const userFolders: readonly string[] = [
  ...new Set(
    hosts.flatMap(({ locations }) =>
      locations.filter(({ scope }) => scope === 'user').flatMap(({ glob }) => foldersOf(glob)),
    ),
  ),
];

export interface Surroundings extends SettingsAround {
  /** The user's home folder, where it is known. */
  readonly home?: string;
  /** Whether a file is there; needed for plugin folders, which only their manifest makes one. */
  readonly has?: (path: string) => boolean;
  /** The text of a file; for the name that a manifest gives. @throws where it cannot be read. */
  readonly read?: (path: string) => string;
  /** As `folderWith`, where the answers are kept in mind. */
  readonly folderWith?: (beside: string, path: string) => string | null;
}

/**
 * The places of a file: owners first, then guests, each host once. Empty where no host reads it.
 * @param among which hosts are asked; profiles only where they are named here.
 */
export function placesOf(
  path: string,
  around: Surroundings = {},
  among: readonly Host[] = mainHosts,
): readonly Place[] {
  const clean = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  const { main, byHost } = rowsAt(parentOf(clean));
  const owners: Place[] = [];
  const guests: Place[] = [];
  for (const { host, rows } of among === mainHosts ? main : lookingAmong(among, byHost)) {
    const found = placeAmong(rows, host, clean, around);
    // Whoever names the hosts has chosen the generation too.
    const place = found && among === mainHosts ? inUse(found, around) : found;
    if (place) (place.role === 'owner' ? owners : guests).push(place);
  }
  return guests.length === 0 ? owners : [...owners, ...guests];
}

/** The hosts that have the folder of a file among their own, and that a setting keeps from it. */
export const disabledAt = (path: string, around: Surroundings): readonly DisabledHost[] =>
  mainHosts.flatMap((host): readonly DisabledHost[] => {
    const settings = host.folderSettings;
    if (!settings || placeIn(host, path, around)) return [];
    const place = placeIn(host, path, withoutSettings(around));
    if (!place) return [];
    const [folder = ''] = foldersOf(place.location.glob);
    return [
      {
        host,
        effect: message('"{setting}" disables {folder} in {host}.', {
          setting: settings.key,
          folder,
        }),
      },
    ];
  });

const withoutSettings = ({ home }: Surroundings): Surroundings =>
  home === undefined ? {} : { home };

/** The same place in the generation of the host that the project uses. */
function inUse(place: Place, around: Surroundings): Place {
  const { has, read } = around;
  if (!place.host.generationSigns || !has || !read) return place;
  const found = generationAt(place, { has, read });
  return found ? placeInGeneration(place, found.host, found.by, around) : place;
}

/** @param by what says so: a file, or a setting. */
export function placeInGeneration(
  place: Place,
  host: Host,
  by: string,
  around: Surroundings = {},
): Place {
  const other = host === place.host ? place : placeIn(host, place.path, around);
  return other ? { ...other, role: place.role, generationBy: by } : place;
}

/** The place of a file in one host, or null where that host does not look there. */
export const placeIn = (host: Host, path: string, around: Surroundings = {}): Place | null =>
  placeAmong(rowsAt(parentOf(path)).byHost.get(host) ?? nowhere, host, path, around);

const nowhere: readonly Row[] = [];

function placeAmong(
  here: readonly Row[],
  host: Host,
  path: string,
  around: Surroundings,
): Place | null {
  let user: Place | null = null;
  const asked = { path, around };
  for (const { location, folder, ending } of here) {
    if (!path.endsWith(ending)) continue;
    const match = { root: folder.root, below: path.slice(folder.end) };
    if (!admits(location, match, asked) || isDisabled(host, location, path, around)) continue;
    const place = placeAt(host, location, match, asked);
    const atHome = match.root === around.home;
    if (location.scope !== 'user') {
      if (!atHome || !hasUserTwin(host, location)) return place;
    } else if (atHome) return place;
    // Where the home is known, a user's folder counts only there.
    else if (around.home === undefined) user ??= place;
  }
  return user ?? addedPlace(host, path, around) ?? listedPlace(host, path, around);
}

/** The place of a file in a folder that a setting of the host adds; null for any other. */
function addedPlace(host: Host, path: string, around: Surroundings): Place | null {
  const match = addedMatch(host, path, around);
  if (!match) return null;
  const { location, root, below } = match;
  return { host, location, role: location.role, path, below, base: baseName(path), root };
}

/** A location that has files in one folder. */
interface Row {
  readonly location: Location;
  readonly folder: Folder;
  readonly ending: string;
}

/** Many files lie in few folders, and most hosts look into none of them. */
const keep = 200;
const byFolder = new Map<string, Here>();

/** The locations that a folder lies in, in their order. */
interface Here {
  readonly byHost: ReadonlyMap<Host, readonly Row[]>;
  /** Of the main hosts those that may read a file in it. */
  readonly main: readonly Looking[];
}

interface Looking {
  readonly host: Host;
  readonly rows: readonly Row[];
}

const lookingAmong = (
  among: readonly Host[],
  byHost: ReadonlyMap<Host, readonly Row[]>,
): readonly Looking[] =>
  among.flatMap((host) => {
    const rows = byHost.get(host);
    return rows || looksElsewhere(host) ? [{ host, rows: rows ?? nowhere }] : [];
  });

function rowsAt(parent: string): Here {
  const known = byFolder.get(parent);
  if (known) return known;
  const found = hosts.flatMap((host) => {
    const here = host.locations.flatMap((location): Row[] => {
      const folder = folderOf(location.glob, parent);
      return folder ? [{ location, folder, ending: endingOf(location.glob) }] : [];
    });
    return here.length > 0 ? [[host, here] as const] : [];
  });
  const byHost = new Map(found);
  const made = { byHost, main: lookingAmong(mainHosts, byHost) };
  if (byFolder.size >= keep) byFolder.clear();
  byFolder.set(parent, made);
  return made;
}

/** The same folder counts as a project's and as the user's: the home folder tells them apart. */
const hasUserTwin = (host: Host, { glob }: Location): boolean =>
  host.locations.some((other) => other.scope === 'user' && other.glob === glob);

function admits(location: Location, { root, below }: Match, { path, around }: Asked): boolean {
  const { beside, except, manifest, skipsHidden } = location;
  if (skipsHidden && isHidden(below)) return false;
  if (except?.includes(below.slice(below.lastIndexOf('/') + 1))) return false;
  if (beside === undefined) return true;
  const file = inside(root, beside);
  if (!(around.has?.(file) ?? false)) return false;
  if (!manifest || !around.read) return true;
  const said = manifestAt(file, around.read, manifest);
  // Of a plugin that is not loaded somebody is to be told.
  return said.fault !== null || isListed(keyOf(said, manifest.listedBy), root, path);
}

/** A part of the path begins with a dot. */
const isHidden = (below: string): boolean => below.startsWith('.') || below.includes('/.');

interface Asked {
  readonly path: string;
  readonly around: Surroundings;
}

const inside = (root: string, file: string): string => (root === '' ? file : `${root}/${file}`);

/** Without a list all are: those in the folder. */
const isListed = (listed: unknown, root: string, path: string): boolean =>
  listed === undefined || isNamed(listed, root, path);

/** Seen: one path of a file or several, each from the plugin's folder on. */
const isNamed = (listed: unknown, root: string, path: string): boolean =>
  (Array.isArray(listed) ? listed : [listed]).some(
    (file) => typeof file === 'string' && inside(root, normal(file)) === path,
  );

/** `./a/../b//c` is `b/c`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

function placeAt(
  host: Host,
  location: Location,
  { root, below }: Match,
  { path, around: { read } }: Asked,
): Place {
  const { role, beside, manifest } = location;
  const place = { host, location, role, path, below, base: baseName(path) };
  if (beside === undefined || !manifest || !read) return place;
  const file = inside(root, beside);
  const said = once(() => manifestAt(file, read, manifest));
  const isByName = keyOf(said(), manifest.listedBy) !== undefined;
  return {
    ...place,
    named: () => nameIn(said()),
    fault: () => said().fault,
    ...(isByName && { isListed: true }),
  };
}

/** A place lives as long as nobody says that the manifest has changed. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Who has agents anywhere in a plugin, where its manifest names them. */
const listing = hosts.flatMap((host) =>
  host.locations.flatMap((location) =>
    location.beside !== undefined && location.manifest
      ? { host, location, beside: location.beside, manifest: location.manifest }
      : [],
  ),
);

const lists: ReadonlySet<Host> = new Set(listing.map(({ host }) => host));

/** A manifest or a setting may name files in any folder. */
function looksElsewhere(host: Host): boolean {
  return lists.has(host) || host.folderSettings !== undefined;
}

/** The place of a file that the manifest of the plugin around it names; null for any other. */
function listedPlace(host: Host, path: string, around: Surroundings): Place | null {
  const { has, read } = around;
  if (!lists.has(host) || !has || !read || !path.endsWith('.md')) return null;
  for (const { host: one, location, beside, manifest } of listing) {
    if (one !== host) continue;
    const root = around.folderWith
      ? around.folderWith(beside, path)
      : folderWith(beside, path, has);
    if (root === null) continue;
    const said = manifestAt(inside(root, beside), read, manifest);
    const listed = keyOf(said, manifest.listedBy);
    if (said.fault !== null || listed === undefined || !isNamed(listed, root, path)) continue;
    const below = root === '' ? path : path.slice(root.length + 1);
    return placeAt(host, location, { root, below }, { path, around });
  }
  return null;
}

/** The innermost folder around a file with that file in it. */
export function folderWith(
  beside: string,
  path: string,
  has: (path: string) => boolean,
): string | null {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const root = path.slice(0, at);
    if (has(inside(root, beside))) return root;
  }
  return !path.startsWith('/') && has(beside) ? '' : null;
}

/** The place a host would give the file in its own project folder, wherever the file lies now. */
export function ownPlace(host: Host, path: string): Place | null {
  const base = baseName(path.replaceAll('\\', '/'));
  const { before, after, sample } = ownFolder(host);
  const own = `${before}${base}${after}`;
  // Some names are passed over: the location says which.
  if (!sample || sample.location.except) return placeIn(host, own);
  const below = own.slice(sample.path.length - sample.below.length);
  return { ...sample, path: own, below, base: baseName(own) };
}

/** A host's own project folder: the same for every file, but for the name. */
const ownFolder = remembered((host: Host) => {
  const [before = '', after = ''] = host.ownFile.split('{name}');
  return { before, after, sample: placeIn(host, `${before}x${after}`) };
});
