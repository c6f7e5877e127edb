// Files that lie near a host's own folder and that the host does not look at: why, and where they belong. Known from the
// path alone.

import { type Message, message } from '../text/message';
import type { BuiltinKind } from './builtin';
import { endingOf, foldersOf, matchGlob, parentOf } from './glob';
import type { Host, Location } from './host';
import { baseName } from './place';
import { mainHosts, placeIn } from './places';

export interface Astray {
  readonly host: Host;
  /** Why the host does not read the file, and what to do: sentences with `{host}`. */
  readonly why: Message;
  /** The path at which the host would read the file, and every host that reads it now too; undefined where there is none. */
  readonly belongs: (path: string) => string | undefined;
  /** What the editor's own support reports of the file. */
  readonly builtin?: BuiltinKind | undefined;
}

/** What is known of a folder holds for every file in it: the path is asked for again. */
interface Reason {
  readonly why: Message;
  readonly to: (path: string) => string | undefined;
  readonly builtin?: BuiltinKind | undefined;
}

/**
 * One entry for each host in or near whose folder the file lies without being read.
 * @param readers hosts that read the file all the same, because a setting names its folder.
 */
export function astray(path: string, readers: readonly Host[] = []): readonly Astray[] {
  const found = knownFor(path);
  if (found.length === 0 || !found.some(({ host }) => readers.includes(host))) return found;
  return found.filter(({ host }) => !readers.includes(host));
}

function knownFor(path: string): readonly Astray[] {
  const clean = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  const parent = parentOf(clean);
  const name = clean.slice(parent.length);
  const point = name.indexOf('.');
  // Beside the names that hosts pass over, only the ending of a name counts.
  const kind = passedOver.has(name) || point < 0 ? name : name.slice(point);
  let here = seen.get(parent);
  if (!here) {
    if (seen.size >= keep) seen.clear();
    here = new Map();
    seen.set(parent, here);
  }
  let found = here.get(kind);
  if (!found) {
    if (here.size >= kinds) here.clear();
    found = look(clean);
    here.set(kind, found);
  }
  return found;
}

/** By folder and by what kind of name: many files lie in few folders, and are called alike there. */
const seen = new Map<string, Map<string, readonly Astray[]>>();
const keep = 200;
const kinds = 10;

const passedOver = new Set(
  mainHosts.flatMap(({ locations }) => locations.flatMap(({ except = [] }) => except)),
);

function look(clean: string): readonly Astray[] {
  return mainHosts.flatMap((host): readonly Astray[] => {
    if (placeIn(host, clean)) return [];
    const found =
      reasons(host, (location) => insideOf(location, clean)) ??
      reasons(host, (location) => besideOf(location, clean)) ??
      formerly(host, clean);
    if (!found) return [];
    const belongs = (path: string): string | undefined => {
      const from = path.replaceAll('\\', '/');
      const to = found.to(from);
      return to !== undefined && isReadAs(from, to, host) ? to : undefined;
    };
    return [{ host, why: found.why, belongs, builtin: found.builtin }];
  });
}

const isReadAs = (path: string, to: string, host: Host): boolean =>
  placeIn(host, to) !== null &&
  mainHosts.every((other) => !placeIn(other, path) || placeIn(other, to));

const reasons = (
  { locations }: Host,
  reason: (location: Location) => Reason | undefined,
): Reason | undefined => {
  for (const location of locations) {
    const own = location.role === 'owner' && location.scope === 'project';
    const found = own ? reason(location) : undefined;
    if (found) return found;
  }
  return undefined;
};

/** In the folder, and passed over; nothing for a name that the host leaves to people. */
function insideOf({ glob, except, skipsHidden }: Location, path: string): Reason | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, one) && !isStaged(path, one));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folder === undefined || except?.includes(name)) return undefined;
  const ending = glob.slice(glob.lastIndexOf('*') + 1);
  if (skipsHidden && name.startsWith('.') && name.endsWith(ending))
    return {
      why: '{host} ignores file names that begin with a dot. Rename the file.',
      to: (from) => from.replace(/(?<=\/)\.+(?=[^/]*$)/, ''),
    };
  const up = (from: string): string =>
    `${from.slice(0, endOf(from, folder))}${from.slice(from.lastIndexOf('/'))}`;
  if (skipsHidden && name.endsWith(ending))
    return { why: '{host} ignores folders that begin with a dot. Move the file up.', to: up };
  if (name.endsWith(ending))
    return {
      why: message('{host} reads only the files directly in {folder}. Move the file up.', {
        folder,
      }),
      to: up,
    };
  if (!name.toLowerCase().endsWith(ending)) return undefined;
  return {
    why: message(
      '{host} reads only names that end with "{ending}", in lowercase. Rename the file.',
      {
        ending,
      },
    ),
    to: (from) => `${from.slice(0, -ending.length)}${ending}`,
  };
}

/**
 * The hosts in whose folders of agents the file lies and that pass it over for its name or its depth, where no host reads it:
 * it is no agent of any. Folders of plugins are not looked at, for only their manifest makes them one.
 */
export function passedOverBy(path: string): readonly Pick<Astray, 'host' | 'why'>[] {
  const clean = path.replaceAll('\\', '/');
  if (mainHosts.some((host) => placeIn(host, clean))) return [];
  return mainHosts.flatMap((host) => {
    const own = host.locations.filter(({ role, beside }) => role === 'owner' && !beside);
    const why = own
      .map((location) => insideOf(location, clean)?.why ?? endingFault(location, clean))
      .find((one) => one !== undefined);
    return why === undefined ? [] : [{ host, why }];
  });
}

/** A file of any other kind: a note, or an agent whose author took another ending for as good. */
function endingFault({ glob }: Location, path: string): Message | undefined {
  const isHere = foldersOf(glob).some((folder) => holds(path, folder));
  const ending = endingOf(glob);
  return isHere && !path.endsWith(ending)
    ? message('{host} reads only names that end with "{ending}". Rename the file.', { ending })
    : undefined;
}

/** In a folder whose name is one letter off: one that should be many, or the other way around. */
function besideOf({ glob }: Location, path: string): Reason | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, otherNumber(one)));
  if (folder === undefined) return undefined;
  const other = otherNumber(folder);
  return {
    why: message('{host} reads its agents from {folder}. Move the file there.', { folder }),
    to: (from) => {
      const end = endOf(from, other);
      return `${from.slice(0, end - other.length)}${folder}${from.slice(end)}`;
    },
  };
}

const otherNumber = (folder: string): string =>
  folder.endsWith('s') ? folder.slice(0, -1) : `${folder}s`;

const holds = (path: string, folder: string): boolean => `/${path}`.includes(`/${folder}/`);

/** Below a folder that begins with a dot: moved up, the file is read no more than before. */
const isStaged = (path: string, folder: string): boolean => {
  const whole = `/${path}`;
  const before = whole.slice(0, whole.indexOf(`/${folder}/`));
  return folder.startsWith('.') && /\/\.[^/]+\/(?:[^/]+\/)*[^/]*$/.test(before);
};

/** Behind the folder. */
const endOf = (path: string, folder: string): number =>
  `/${path}`.indexOf(`/${folder}/`) + folder.length;

function formerly({ formerly = [], ownFile }: Host, path: string): Reason | undefined {
  const found = formerly.find(({ glob }) => matchGlob(glob, path));
  if (!found) return undefined;
  return {
    why: found.effect,
    builtin: found.builtin,
    to: (from) => {
      const root = matchGlob(found.glob, from)?.root;
      const own = ownFile.replace('{name}', () => baseName(from));
      return root === undefined || root === '' ? own : `${root}/${own}`;
    },
  };
}
