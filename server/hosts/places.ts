// Which hosts read a file, judged by where it lies.

import { foldersOf, type Match, matchGlob } from './glob';
import type { Host, Location } from './host';
import { baseName, type Place } from './place';
import { hosts } from './registry';

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
  const clean = path.replaceAll('\\', '/');
  const places = among.flatMap((host) => placeIn(host, clean, around) ?? []);
  return places.sort((a, b) => rank(a) - rank(b));
}

const rank = (place: Place): number => (place.role === 'owner' ? 0 : 1);

/** The place of a file in one host, or null where that host does not look there. */
export function placeIn(host: Host, path: string, around: Surroundings = {}): Place | null {
  let user: Place | null = null;
  for (const location of host.locations) {
    const match = matchGlob(location.glob, path);
    if (!match || !admits(location, match, around)) continue;
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

/** The same folder counts as a project's and as the user's: the home folder tells them apart. */
const hasUserTwin = (host: Host, { glob }: Location): boolean =>
  host.locations.some((other) => other.scope === 'user' && other.glob === glob);

function admits(
  { beside, except }: Location,
  { root, below }: Match,
  { has }: Surroundings,
): boolean {
  const name = below.slice(below.lastIndexOf('/') + 1);
  if (except?.includes(name)) return false;
  if (beside === undefined) return true;
  return has?.(root === '' ? beside : `${root}/${beside}`) ?? false;
}

function placeAt(
  host: Host,
  location: Location,
  { root, below }: Match,
  { path, around: { read } }: { readonly path: string; readonly around: Surroundings },
): Place {
  const { role, beside } = location;
  const place = { host, location, role, path, below, base: baseName(path) };
  if (beside === undefined || !read) return place;
  return { ...place, named: nameIn(root === '' ? beside : `${root}/${beside}`, read) };
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
  try {
    const { name } = (JSON.parse(read(manifest)) ?? {}) as { readonly name?: unknown };
    return typeof name === 'string' && name !== '' ? name : null;
  } catch {
    return null; // no JSON, as while it is typed
  }
}

/** The place a host would give the file in its own project folder, wherever the file lies now. */
export function ownPlace(host: Host, path: string): Place | null {
  return placeIn(
    host,
    host.ownFile.replace('{name}', () => baseName(path.replaceAll('\\', '/'))),
  );
}
