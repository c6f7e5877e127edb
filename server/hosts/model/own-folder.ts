// The host's own project folder: where it would read a file that is not there, or not there yet.

import { memoize } from '../../text/memoize';
import { matchGlob } from './glob';
import type { Host } from './host';
import { baseName } from './located-file';
import { acceptsName } from './location';
import type { Place } from './place';

/** The place that the file would have in the host's own project folder; null where the host ignores its name. */
export function placeInOwnFolder(host: Host, path: string): Place | null {
  const base = baseName(path.replaceAll('\\', '/'));
  const { before, after, sample } = ownFolder(host);
  const own = `${before}${base}${after}`;
  // Where the location excludes some names, the sample's place does not hold for every file.
  if (!sample || sample.location.except) return placeByPath(host, own);
  const below = own.slice(sample.path.length - sample.below.length);
  return { ...sample, path: own, below, base: baseName(own) };
}

/** The host's own project folder with a sample file: other files differ only by their name. */
const ownFolder = memoize((host: Host) => {
  const [before = '', after = ''] = host.ownFile.split('{name}');
  return { before, after, sample: placeByPath(host, `${before}x${after}`) };
});

/** The place of a file by its path alone, without settings and manifests. Locations of a project come first. */
function placeByPath(host: Host, path: string): Place | null {
  let user: Place | null = null;
  for (const location of host.locations) {
    const match = location.requiredFile === undefined ? matchGlob(location.glob, path) : null;
    if (!match || !acceptsName(location, match.below)) continue;
    const { below } = match;
    const place = { host, location, role: location.role, path, below, base: baseName(path) };
    if (location.scope !== 'user') return place;
    user ??= place;
  }
  return user;
}
