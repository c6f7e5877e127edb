// Which hosts read a file, judged by where it lies.

import { endingOf, type Folder, folderOf, foldersOf, type Match, parentOf } from './glob';
import type { Host, Location } from './host';
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

export interface Surroundings {
  /** The user's home folder, where it is known. */
  readonly home?: string;
  /** Whether a file is there; needed for plugin folders, which only their manifest makes one. */
  readonly has?: (path: string) => boolean;
  /** The text of a file; for the name that a manifest gives. @throws where it cannot be read. */
  readonly read?: (path: string) => string;
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
  const here = rowsAt(parentOf(clean));
  if (here.size === 0) return [];
  const owners: Place[] = [];
  const guests: Place[] = [];
  for (const host of among) {
    const place = here.has(host) ? placeIn(host, clean, around) : null;
    if (place) (place.role === 'owner' ? owners : guests).push(place);
  }
  return guests.length === 0 ? owners : [...owners, ...guests];
}

/** The place of a file in one host, or null where that host does not look there. */
export function placeIn(host: Host, path: string, around: Surroundings = {}): Place | null {
  let user: Place | null = null;
  for (const { location, folder, ending } of rowsAt(parentOf(path)).get(host) ?? []) {
    if (!path.endsWith(ending)) continue;
    const match = { root: folder.root, below: path.slice(folder.end) };
    if (!admits(location, match, { path, around })) continue;
    const place = placeAt(host, location, match, { path, around });
    const atHome = match.root === around.home;
    if (location.scope !== 'user') {
      if (!atHome || !hasUserTwin(host, location)) return place;
    } else if (atHome) return place;
    // Where the home is known, a user's folder counts only there.
    else if (around.home === undefined) user ??= place;
  }
  return user;
}

/** A location that has files in one folder. */
interface Row {
  readonly location: Location;
  readonly folder: Folder;
  readonly ending: string;
}

/** Many files lie in few folders, and most hosts look into none of them. */
const keep = 200;
const rows = new Map<string, ReadonlyMap<Host, readonly Row[]>>();

/** By host the locations that a folder lies in, in their order. */
function rowsAt(parent: string): ReadonlyMap<Host, readonly Row[]> {
  const known = rows.get(parent);
  if (known) return known;
  const found = hosts.flatMap((host) => {
    const here = host.locations.flatMap((location): Row[] => {
      const folder = folderOf(location.glob, parent);
      return folder ? [{ location, folder, ending: endingOf(location.glob) }] : [];
    });
    return here.length > 0 ? [[host, here] as const] : [];
  });
  const made = new Map(found);
  if (rows.size >= keep) rows.clear();
  rows.set(parent, made);
  return made;
}

/** The same folder counts as a project's and as the user's: the home folder tells them apart. */
const hasUserTwin = (host: Host, { glob }: Location): boolean =>
  host.locations.some((other) => other.scope === 'user' && other.glob === glob);

function admits(
  { beside, except, listedBy }: Location,
  { root, below }: Match,
  { path, around: { has, read } }: Asked,
): boolean {
  const name = below.slice(below.lastIndexOf('/') + 1);
  if (except?.includes(name)) return false;
  if (beside === undefined) return true;
  const manifest = inside(root, beside);
  if (!(has?.(manifest) ?? false)) return false;
  return (
    listedBy === undefined || !read || isListed(manifestAt(manifest, read)[listedBy], root, path)
  );
}

interface Asked {
  readonly path: string;
  readonly around: Surroundings;
}

const inside = (root: string, file: string): string => (root === '' ? file : `${root}/${file}`);

/**
 * Seen: one path of a file or several, each from the folder on; with anything else among them, a folder too, none is read.
 */
function isListed(listed: unknown, root: string, path: string): boolean {
  if (listed === undefined) return true;
  const files: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const isPath = (file: unknown): file is string =>
    typeof file === 'string' && /^\.\/.*\.md$/s.test(file);
  return files.every(isPath) && files.some((file) => inside(root, file.slice(2)) === path);
}

function placeAt(
  host: Host,
  location: Location,
  { root, below }: Match,
  { path, around: { read } }: Asked,
): Place {
  const { role, beside, listedBy } = location;
  const place = { host, location, role, path, below, base: baseName(path) };
  if (beside === undefined || !read) return place;
  const manifest = inside(root, beside);
  const isByName = listedBy !== undefined && manifestAt(manifest, read)[listedBy] !== undefined;
  return { ...place, named: nameIn(manifest, read), ...(isByName && { isListed: true }) };
}

/** Read when it is first asked for, and once: a place lives as long as nobody says that the manifest has changed. */
function nameIn(manifest: string, read: (path: string) => string): () => string | null {
  let known: { readonly name: string | null } | undefined;
  return () => {
    known ??= { name: nameOf(manifest, read) };
    return known.name;
  };
}

function nameOf(manifest: string, read: (path: string) => string): string | null {
  const { name } = manifestAt(manifest, read);
  return typeof name === 'string' && name !== '' ? name : null;
}

/** Nothing is known of one that is no JSON, as while it is typed. */
function manifestAt(
  path: string,
  read: (path: string) => string,
): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(read(path));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
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
