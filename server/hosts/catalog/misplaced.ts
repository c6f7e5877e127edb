// Misplaced files: files in or near a host's own folder that the host does not read. For each, the reason and the path
// at which the host would read it, from the path alone.

import type { Outline } from '../../agent/outline';
import { memoize } from '../../text/memoize';
import { type Message, type Sentence, t } from '../../text/message';
import type { EditorFindingKind } from '../model/editor-support';
import { endingOf, foldersOf, matchGlob, parentOf } from '../model/glob';
import type { DocumentKind, Host, NamedSubject } from '../model/host';
import { baseName } from '../model/located-file';
import { ignoredFolderIn, type Location } from '../model/location';
import type { Place } from '../model/place';
import type { HostCatalog } from './host-catalog';
import { placeIn } from './places';

export interface Misplacement {
  readonly host: Host;
  /** Why the host does not read the file, and what to do: sentences with `{host}`. */
  readonly why: Sentence;
  /** A path at which this host reads the file and every host that reads it now still does; undefined if there is none. */
  readonly belongs: (path: string) => string | undefined;
  /** What the editor's own support reports about the file. */
  readonly builtin?: EditorFindingKind | undefined;
}

/** Why files of one kind in one folder are not read; holds for all of them, so it takes the path of each. */
interface Reason {
  readonly why: Sentence;
  readonly to: (path: string) => string | undefined;
  readonly builtin?: EditorFindingKind | undefined;
  /** Declared by the host: whether it reads the file there depends on other files. */
  readonly isDeclared?: boolean;
}

/**
 * One entry for each host that does not read the file although it is in or near the host's own folder.
 * @param readers hosts that read the file nevertheless, because a setting adds its folder.
 */
export function misplacements(
  catalog: HostCatalog,
  path: string,
  readers: readonly Host[] = [],
): readonly Misplacement[] {
  const found = cachedFor(catalog, path);
  if (found.length === 0 || readers.length === 0) return found;
  // Another generation of a host may read what its first one does not.
  const reading = new Set(readers.map((host) => catalog.mainOf(host)));
  const left = found.filter(({ host }) => !reading.has(host));
  return left.length === found.length ? found : left;
}

function cachedFor(catalog: HostCatalog, path: string): readonly Misplacement[] {
  const clean = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  const parent = parentOf(clean);
  const name = clean.slice(parent.length);
  const dot = name.indexOf('.');
  // Except for the names that hosts exclude, and those that skills have, only the ending of the name matters.
  const isSpecial = excludedNames(catalog).has(name) || fixedNames(catalog).has(name.toLowerCase());
  // The reason for a skill without a folder of its own contains its name.
  const isNamed = isSpecial || dot < 0 || /(?:^|\/)skills?\/$/.test(parent);
  const kind = isNamed ? name : name.slice(dot);
  const cache = byFolder(catalog);
  let here = cache.get(parent);
  if (!here) {
    if (cache.size >= maxFolders) cache.clear();
    here = new Map();
    cache.set(parent, here);
  }
  let found = here.get(kind);
  if (!found) {
    if (here.size >= maxKinds) here.clear();
    found = find(catalog, clean);
    here.set(kind, found);
  }
  return found;
}

/** By folder and kind of name: many files are in few folders, and their names have few endings. */
const byFolder = memoize(
  (_: HostCatalog) => new Map<string, Map<string, readonly Misplacement[]>>(),
);
const maxFolders = 200;
const maxKinds = 10;

const excludedNames = memoize(
  ({ mainHosts }: HostCatalog): ReadonlySet<string> =>
    new Set(mainHosts.flatMap(({ locations }) => locations.flatMap(({ except = [] }) => except))),
);

/** The names of files whose folders are the documents, in lowercase: `skill.md`. */
const fixedNames = memoize(
  ({ mainHosts }: HostCatalog): ReadonlySet<string> =>
    new Set(
      mainHosts.flatMap(({ locations }) =>
        locations.flatMap(({ glob }) =>
          endingOf(glob).startsWith('/') ? endingOf(glob).slice(1).toLowerCase() : [],
        ),
      ),
    ),
);

function find({ mainHosts }: HostCatalog, clean: string): readonly Misplacement[] {
  const isReadAs = (path: string, to: string, host: Host): boolean =>
    placeIn(host, to) !== null &&
    mainHosts.every((other) => !placeIn(other, path) || placeIn(other, to));
  return mainHosts.flatMap((host): readonly Misplacement[] => {
    const found =
      reasonIn(host, (location) => reasonInside(location, clean)) ??
      reasonIn(host, (location, kind) => reasonInSimilarFolder(location, clean, kind)) ??
      reasonInFormerFolder(host, clean);
    // Few hosts have a reason for a file, and finding its place takes longer.
    if (!found || placeIn(host, clean)) return [];
    const belongs = (path: string): string | undefined => {
      const from = path.replaceAll('\\', '/');
      const to = found.to(from);
      return to !== undefined && (found.isDeclared || isReadAs(from, to, host)) ? to : undefined;
    };
    return [{ host, why: found.why, belongs, builtin: found.builtin }];
  });
}

/** Authors who use a shared folder may not use this program. */
const ownLocations = memoize(({ locations, kinds }: Host) =>
  locations.flatMap((location) => {
    const kind = kinds[location.kind ?? 'agent'];
    const isOwn = location.role === 'owner' && location.scope === 'project' && !location.isOptional;
    return kind && isOwn ? [{ location, kind }] : [];
  }),
);

function reasonIn(
  host: Host,
  reason: (location: Location, kind: DocumentKind) => Reason | undefined,
): Reason | undefined {
  for (const { location, kind } of ownLocations(host)) {
    const found = reason(location, kind);
    if (found) return found;
  }
  return undefined;
}

/** The path with a file name that begins with another character. */
function withoutLeadingDots(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return path.slice(0, start) + path.slice(start).replace(/^\.+/, '');
}

/** For a file in the folder that the host ignores. Nothing for names the host excludes on purpose (`README.md`). */
function reasonInside(
  { glob, except, exceptFolders = [], skipsHidden }: Location,
  path: string,
): Reason | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, one) && !isStaged(path, one));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (folder === undefined || except?.includes(name)) return undefined;
  const ending = endingOf(glob);
  if (ending.startsWith('/')) return reasonOfDepth({ glob, skipsHidden }, path, folder);
  if (skipsHidden === true && name.startsWith('.') && name.endsWith(ending))
    return {
      why: '{host} ignores file names that begin with a dot. Rename the file.',
      to: withoutLeadingDots,
    };
  const up = (from: string): string =>
    `${from.slice(0, endOf(from, folder))}${from.slice(from.lastIndexOf('/'))}`;
  const ignored = ignoredFolderIn(path.slice(endOf(path, folder)), exceptFolders);
  if (ignored !== undefined && name.endsWith(ending))
    return {
      why: t('{host} ignores folders named "{folder}". Move the file up.', {
        folder: ignored,
      }),
      to: up,
    };
  if (skipsHidden && name.endsWith(ending))
    return { why: '{host} ignores folders that begin with a dot. Move the file up.', to: up };
  if (name.endsWith(ending))
    return {
      why: t('{host} reads only files directly in "{folder}". Move the file there.', {
        folder,
      }),
      to: up,
    };
  if (!name.toLowerCase().endsWith(ending)) return undefined;
  return {
    why: t('{host} reads only file names that end with "{ending}" in lowercase. Rename the file.', {
      ending,
    }),
    to: (from) => `${from.slice(0, -ending.length)}${ending}`,
  };
}

/** For a file with a fixed name, such as `SKILL.md`, whose folder is the document: not read where the folder is too deep or missing. */
function reasonOfDepth(
  { glob, skipsHidden }: Pick<Location, 'glob' | 'skipsHidden'>,
  path: string,
  folder: string,
): Reason | undefined {
  const below = path.slice(endOf(path, folder) + 1).split('/');
  const ending = endingOf(glob);
  if (!path.endsWith(ending)) return reasonOfName(ending, below);
  const nowhere = (): undefined => undefined;
  if (below.length === 1)
    return {
      why: t('{host} reads "{name}" only in a folder with the name of the skill. Move it there.', {
        name: ending.slice(1),
      }),
      to: nowhere,
    };
  if (skipsHidden && below.slice(0, -1).some((part) => part.startsWith('.')))
    return { why: '{host} ignores folders that begin with a dot. Rename the folder.', to: nowhere };
  return {
    why: t('{host} reads only skills directly in "{folder}". Move the folder of the skill there.', {
      folder,
    }),
    to: (from) => `${from.slice(0, endOf(from, folder))}/${from.split('/').slice(-2).join('/')}`,
  };
}

/** For a file in the folder of skills, or in that of one skill, whose name is not the fixed one. @param below its path. */
function reasonOfName(ending: string, below: readonly string[]): Reason | undefined {
  const [name = '', inFolder] = below;
  if (below.length === 1 && name.endsWith(lastEnding(ending)))
    return {
      why: t('{host} reads skills only in folders of their own. Move the file to "{path}".', {
        path: name.slice(0, -lastEnding(ending).length) + ending,
      }),
      to: (path) => path.slice(0, -lastEnding(ending).length) + ending,
    };
  if (below.length !== 2 || inFolder?.toLowerCase() !== ending.slice(1).toLowerCase())
    return undefined;
  return {
    why: t('{host} reads only files with the name "{name}" here. Rename the file.', {
      name: ending.slice(1),
    }),
    to: (path) => parentOf(path) + ending.slice(1),
  };
}

const lastEnding = (name: string): string => name.slice(name.lastIndexOf('.'));

/** Whether Markdown in a folder of skills is meant as one; other Markdown there is a page or a note. */
export const isDescribed = ({ fields }: Outline): boolean =>
  fields.some(({ key }) => key === 'description');

/**
 * The place of a skill or a command that no host reads because of its name or folder, as if it were where its host reads it; null
 * for any other file.
 */
export function misplacedSkill(catalog: HostCatalog, path: string): Place | null {
  const clean = path.replaceAll('\\', '/');
  for (const { host, belongs } of misplacements(catalog, clean)) {
    const to = belongs(clean);
    const place = to === undefined ? null : placeIn(host, to);
    const kind = place?.location.kind ?? 'agent';
    const isSkill = place && ['skill', 'command'].includes(host.kinds[kind]?.subject ?? 'agent');
    if (isSkill) return { ...place, path, isGuess: true, isFormer: true };
  }
  return null;
}

/**
 * The hosts that ignore the file because of its name or depth although it is in one of their agent folders; empty where any
 * host reads it. Plugin folders are not considered: whether a folder is one depends on its manifest.
 */
export function hostsIgnoring(
  { mainHosts }: HostCatalog,
  path: string,
): readonly Pick<Misplacement, 'host' | 'why'>[] {
  const clean = path.replaceAll('\\', '/');
  const isRead = (host: Host): boolean => {
    const place = placeIn(host, clean);
    return place !== null && !place.location.isOptional;
  };
  if (mainHosts.some(isRead)) return [];
  return mainHosts.flatMap((host) => {
    const own = host.locations.filter(({ role, manifest }) => role === 'owner' && !manifest);
    const why = own
      .map((location) => reasonInside(location, clean)?.why ?? endingFault(location, clean))
      .find((one) => one !== undefined);
    return why === undefined ? [] : [{ host, why }];
  });
}

/** For a file with any other extension: a note, or an agent whose author used the wrong extension. */
function endingFault({ glob }: Location, path: string): Sentence | undefined {
  const isInFolder = foldersOf(glob).some((folder) => holds(path, folder));
  const ending = endingOf(glob);
  if (!isInFolder || path.endsWith(ending)) return undefined;
  return ending.startsWith('/')
    ? t('{host} reads only files with the name "{name}" here.', { name: ending.slice(1) })
    : t('{host} reads only file names that end with "{ending}". Rename the file.', {
        ending,
      });
}

/** For a file in a folder whose name is singular instead of plural, or plural instead of singular. */
function reasonInSimilarFolder(
  { glob }: Location,
  path: string,
  { subject = 'agent' }: DocumentKind,
): Reason | undefined {
  const folder = foldersOf(glob).find((one) => holds(path, otherForm(one)));
  if (folder === undefined || subject === 'settings' || subject === 'manifest') return undefined;
  if (subject !== 'agent' && !path.endsWith(endingOf(glob))) return undefined;
  const other = otherForm(folder);
  return {
    why: similarFolder[subject]({ folder }),
    to: (from) => {
      const end = endOf(from, other);
      return `${from.slice(0, end - other.length)}${folder}${from.slice(end)}`;
    },
  };
}

const similarFolder: Readonly<Record<NamedSubject, (names: { folder: string }) => Message>> = {
  agent: (names) => t('{host} reads its agents from "{folder}". Move the file there.', names),
  skill: (names) =>
    t('{host} reads its skills from "{folder}". Move the folder of the skill there.', names),
  command: (names) => t('{host} reads its commands from "{folder}". Move the file there.', names),
};

const otherForm = (folder: string): string =>
  folder.endsWith('s') ? folder.slice(0, -1) : `${folder}s`;

const holds = (path: string, folder: string): boolean => `/${path}`.includes(`/${folder}/`);

/** Whether the folder is below another hidden folder: moving the file up would not make the host read it. */
const isStaged = (path: string, folder: string): boolean => {
  const whole = `/${path}`;
  const before = whole.slice(0, whole.indexOf(`/${folder}/`));
  return folder.startsWith('.') && /\/\.[^/]+\/(?:[^/]+\/)*[^/]*$/.test(before);
};

/** The offset in `path` right after the folder. */
const endOf = (path: string, folder: string): number =>
  `/${path}`.indexOf(`/${folder}/`) + folder.length;

function reasonInFormerFolder({ formerly = [], ownFile }: Host, path: string): Reason | undefined {
  const found = formerly.find(({ glob }) => matchGlob(glob, path));
  if (!found) return undefined;
  return {
    why: found.effect,
    builtin: found.builtin,
    isDeclared: found.movesTo !== undefined,
    to: (from) => {
      const { root, below } = matchGlob(found.glob, from) ?? {};
      if (found.movesTo !== undefined && root !== undefined)
        return `${root === '' ? '' : `${root}/`}${found.movesTo}/${below}`;
      const own = ownFile.replace('{name}', () => baseName(from));
      return root === undefined || root === '' ? own : `${root}/${own}`;
    },
  };
}
