// Files that lie near a host's own folder and that the host does not look at: why, and where they belong. Known from the
// path alone.
import { foldersOf, matchGlob } from './glob';
import type { Host, Location } from './host';
import { mainHosts, placeIn } from './places';

export interface Astray {
  readonly host: Host;
  /** Completes "<Host> does not read this file: ...". */
  readonly why: string;
}

/** One entry for each host in or near whose folder the file lies without being read. */
export function astray(path: string): readonly Astray[] {
  const clean = path.replaceAll('\\', '/');
  const cut = clean.lastIndexOf('/') + 1;
  const name = clean.slice(cut);
  const point = name.indexOf('.');
  // Beside the names that hosts pass over, only the ending of a name counts.
  const kind = clean.slice(0, cut) + (passedOver.has(name) || point < 0 ? name : name.slice(point));
  const known = seen.get(kind);
  if (known) return known;
  if (seen.size >= keep) seen.clear();
  const found = look(clean);
  seen.set(kind, found);
  return found;
}

/** Many files lie in few folders. */
const seen = new Map<string, readonly Astray[]>();
const keep = 200;

const passedOver = new Set(
  mainHosts.flatMap(({ locations }) => locations.flatMap(({ except = [] }) => except)),
);

function look(clean: string): readonly Astray[] {
  return mainHosts.flatMap((host): readonly Astray[] => {
    if (placeIn(host, clean)) return [];
    const why =
      reasons(host, (location) => insideOf(location, clean)) ??
      reasons(host, (location) => besideOf(location, clean)) ??
      formerly(host, clean);
    return why === undefined ? [] : [{ host, why }];
  });
}

const reasons = (
  { locations }: Host,
  reason: (location: Location) => string | undefined,
): string | undefined => {
  for (const location of locations) {
    const own = location.role === 'owner' && location.scope === 'project';
    const why = own ? reason(location) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
};

/** In the folder, and passed over; nothing for a name that the host leaves to people. */
function insideOf({ glob, except }: Location, path: string): string | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, one));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folder === undefined || except?.includes(name)) return undefined;
  const ending = glob.slice(glob.lastIndexOf('*') + 1);
  if (name.endsWith(ending))
    return `it looks into ${folder} itself and not into the folders below. Move the file up`;
  return name.toLowerCase().endsWith(ending)
    ? `its name must end in "${ending}", in small letters`
    : undefined;
}

/** In a folder whose name is one letter off: one that should be many, or the other way around. */
function besideOf({ glob }: Location, path: string): string | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, otherNumber(one)));
  return folder === undefined ? undefined : `its agents lie in ${folder}. Move the file there`;
}

const otherNumber = (folder: string): string =>
  folder.endsWith('s') ? folder.slice(0, -1) : `${folder}s`;

const holds = (path: string, folder: string): boolean => `/${path}`.includes(`/${folder}/`);

const formerly = ({ formerly = [] }: Host, path: string): string | undefined =>
  formerly.find(({ glob }) => matchGlob(glob, path))?.says;
