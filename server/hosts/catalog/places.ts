// Which hosts read a file, by its path.

import type { FileText } from '../../text/file-text';
import { lazily } from '../../text/lazily';
import { memoize } from '../../text/memoize';
import { type Message, t, verbatim } from '../../text/message';
import {
  endingOf,
  type Folder,
  folderOf,
  foldersOf,
  type GlobMatch,
  parentOf,
} from '../model/glob';
import { type DocumentKind, definesAgents, type Host } from '../model/host';
import {
  baseAt,
  baseName,
  type GivenFields,
  isWithinAnother,
  type PluginFault,
} from '../model/located-file';
import {
  acceptsName,
  keyOf,
  type Location,
  type Manifest,
  type ManifestFormat,
  nameIn,
  readManifest,
} from '../model/location';
import type { Place } from '../model/place';
import { detectedVersion } from './detect-version';
import {
  type DisabledHost,
  isDisabled,
  matchAddedFolder,
  type SettingsContext,
} from './folder-settings';
import { detectedGeneration } from './generations';
import type { HostCatalog } from './host-catalog';
import { isOfOtherFolder, type ManifestDisk, manifestAround } from './manifest-around';
import { partPlace } from './part-place';
import type { PluginDisk } from './plugin-at';
import { hasSwitches, isWithManifests, pluginsAround } from './plugins-around';
import { settingsAround } from './settings-around';
import { isUsedInProject } from './used-hosts';

export interface PlaceContext extends SettingsContext, ManifestDisk {
  /** The user's home folder; absent where unknown. */
  readonly home?: string;
  /** Whether a folder exists. Needed for locations that apply only where their host is in use. */
  readonly isFolder?: (path: string) => boolean;
  /** Finds the files of a plugin. Needed only for findings on its manifest. */
  readonly walk?: PluginDisk['walk'];
  /** Reads a file. Needed for manifests and settings. */
  readonly read?: (path: string) => FileText;
}

/**
 * The places of a file: owners first, then guests, at most one for each host. Empty where no host reads it.
 * @param among the hosts to consider. The generation that a project uses is applied only by default.
 * @param inUse the hosts whose optional locations apply in every project.
 */
export function placesOf(
  catalog: HostCatalog,
  path: string,
  around: PlaceContext = {},
  among: readonly Host[] = catalog.mainHosts,
  inUse: readonly Host[] = among === catalog.mainHosts ? noHosts : among,
): readonly Place[] {
  const clean = path.includes('\\') ? path.replaceAll('\\', '/') : path;
  const parent = parentOf(clean);
  const areMain = among === catalog.mainHosts;
  const owners: Place[] = [];
  const guests: Place[] = [];
  for (const { host, rows } of areMain ? mainRowsAt(catalog, parent) : rowsAmong(among, parent)) {
    const found = placeAmong(rows, host, clean, around);
    if (!found) {
      const other = areMain ? placeInOther(catalog, host, clean, around) : null;
      if (other) (other.role === 'owner' ? owners : guests).push(other);
      continue;
    }
    const { isOptional } = found.location;
    if (isOptional && !inUse.includes(host)) {
      if (isOptional === 'only where chosen' || !isUsedInProject(found, around)) continue;
    }
    // A caller that names the hosts has also chosen their generations.
    const place = areMain ? asUsed(catalog, found, around) : found;
    (place.role === 'owner' ? owners : guests).push(place);
  }
  // A file in a folder of a project is no part of a plugin.
  if (owners.length + guests.length === 0)
    for (const host of among) {
      const place = partPlace(host, clean, around, placeIn);
      if (place) (place.role === 'owner' ? owners : guests).push(place);
    }
  return guests.length === 0 ? owners : [...owners, ...guests];
}

/** The ends of the names of agent files, from their last dot: `.md`. */
export const agentEndings = memoize(
  ({ mainHosts }: HostCatalog): ReadonlySet<string> =>
    new Set(mainHosts.flatMap((host) => [...agentEndingsOf(host)])),
);

/** Those of one host. */
export const agentEndingsOf = memoize(
  ({ locations }: Host): ReadonlySet<string> =>
    new Set(locations.map(({ glob }) => lastEnding(endingOf(glob)))),
);

/** A fast check for every file of a walk, as nearly all files are something else. */
export const hasAgentEnding = (catalog: HostCatalog, path: string): boolean =>
  agentEndings(catalog).has(lastEnding(path));

const lastEnding = (path: string): string => path.slice(path.lastIndexOf('.'));

const noHosts: readonly Host[] = [];

/** The places of a file in the optional locations of these hosts. */
export const optionalPlaces = (path: string, hosts: readonly Host[]): readonly Place[] =>
  hosts.flatMap((host) => {
    const place = host.locations.some(({ isOptional }) => isOptional) ? placeIn(host, path) : null;
    return place?.location.isOptional ? place : [];
  });

/** The hosts for which a setting disables the agent folder that the file is in. */
export const hostsDisabledAt = (
  catalog: HostCatalog,
  path: string,
  around: PlaceContext,
): readonly DisabledHost[] =>
  catalog.mainHosts.flatMap((host): readonly DisabledHost[] => {
    const settings = host.folderSettings;
    if (!settings || placeIn(host, path, around)) return [];
    const place = placeIn(host, path, withoutSettings(around));
    if (!place) return [];
    const [folder = ''] = foldersOf(place.location.glob);
    return [
      {
        host,
        effect: t('"{setting}" disables "{folder}" in {host}.', {
          setting: settings.key,
          folder,
        }),
      },
    ];
  });

const withoutSettings = ({ home }: PlaceContext): PlaceContext =>
  home === undefined ? {} : { home };

/** The place in the generation and the version of the host that the project uses. */
function asUsed(catalog: HostCatalog, place: Place, around: PlaceContext): Place {
  const { has, read } = around;
  const { generationMarkers, olderVersions } = place.host;
  if ((!generationMarkers && !olderVersions) || !has || !read) return place;
  const found = detectedGeneration(catalog, place, { has, read });
  const used = found ? placeInGeneration(place, found.host, verbatim(found.by), around) : place;
  const detected = detectedVersion(used, { has, read });
  return detected ? placeInVersion(used, detected.version, verbatim(detected.by)) : used;
}

/** Where only the generation that the project uses reads the file; null for any other file. */
function placeInOther(
  catalog: HostCatalog,
  host: Host,
  path: string,
  around: PlaceContext,
): Place | null {
  const { has, read } = around;
  if (!host.generationMarkers || !has || !read) return null;
  for (const other of catalog.generationsOf(host)) {
    const place = other === host ? null : placeIn(other, path, around);
    const found = place && detectedGeneration(catalog, place, { has, read });
    if (place && found?.host === other) return { ...place, generationBy: verbatim(found.by) };
  }
  return null;
}

/** The same place in another version of the host. @param by the file or setting that determines the version. */
export function placeInVersion(place: Place, version: string, by: Message): Place {
  const { version: _, versionBy: __, ...rest } = place;
  return version === place.host.version ? rest : { ...rest, version, versionBy: by };
}

/** The place of the same file in another generation. @param by the file or setting that selects the generation. */
export function placeInGeneration(
  place: Place,
  host: Host,
  by: Message,
  around: PlaceContext = {},
): Place {
  const other = host === place.host ? place : placeIn(host, place.path, around);
  return other ? { ...other, role: place.role, generationBy: by } : place;
}

/** The place of a file in one host; null where the host does not read it. */
export const placeIn = (host: Host, path: string, around: PlaceContext = {}): Place | null =>
  placeAmong(rowsOf(host, parentOf(path)), host, path, around) ??
  partPlace(host, path, around, placeIn);

/** The place of a file in the plugin around it, whatever it is in a project; null where the host has none there. */
export function pluginPlaceIn(host: Host, path: string, around: PlaceContext): Place | null {
  const rows = rowsOf(host, parentOf(path));
  const ofPlugins = rows.filter(({ location }) => location.scope === 'plugin');
  return declaredPlace(ofPlugins, host, path, around) ?? listedPlace(host, path, around);
}

const placeAmong = (
  here: readonly Row[],
  host: Host,
  path: string,
  around: PlaceContext,
): Place | null =>
  declaredPlace(here, host, path, around) ??
  addedPlace(host, path, around) ??
  listedPlace(host, path, around);

/** The place of a file in a location of the host. */
function declaredPlace(
  here: readonly Row[],
  host: Host,
  path: string,
  around: PlaceContext,
): Place | null {
  let user: Place | null = null;
  const file = { path, around };
  for (const { location, folder, ending } of here) {
    if (!(location.ignoresCase ? path.toLowerCase() : path).endsWith(ending)) continue;
    const match = { root: folder.root, below: path.slice(folder.end) };
    if (!admits(location, match, file) || isDisabled(host, location, path, around)) continue;
    const place = placeAt(host, location, match, file);
    const isAtHome = match.root === around.home;
    if (location.scope !== 'user') {
      if (!isAtHome || !hasUserCounterpart(host, location)) return place;
    } else if (isAtHome) return place;
    // If the home folder is known, user locations apply only in it.
    else if (around.home === undefined) user ??= place;
  }
  return user;
}

/** The place of a file in a folder that a setting of the host adds; null for any other. */
function addedPlace(host: Host, path: string, around: PlaceContext): Place | null {
  const match = matchAddedFolder(host, path, around);
  if (!match) return null;
  const { location, root, below } = match;
  return { host, location, role: location.role, path, below, base: baseName(path), root };
}

/** A location that applies to the files of one folder. */
interface Row {
  readonly location: Location;
  readonly folder: Folder;
  readonly ending: string;
}

interface HostRows {
  readonly host: Host;
  readonly rows: readonly Row[];
}

/** Those hosts that may read a file in the folder. */
const rowsAmong = (among: readonly Host[], parent: string): readonly HostRows[] =>
  among.flatMap((host) => {
    const rows = rowsOf(host, parent);
    return rows.length > 0 || canReadAnyFolder(host) ? [{ host, rows }] : [];
  });

/** Many files are in few folders, and most hosts read none of them. */
const maxFolders = 200;

const mainRowsByFolder = memoize((_: HostCatalog) => new Map<string, readonly HostRows[]>());

function mainRowsAt(catalog: HostCatalog, parent: string): readonly HostRows[] {
  const cache = mainRowsByFolder(catalog);
  const cached = cache.get(parent);
  if (cached) return cached;
  const rows = rowsAmong(catalog.mainHosts, parent);
  if (cache.size >= maxFolders) cache.clear();
  cache.set(parent, rows);
  return rows;
}

const rowsByFolder = memoize((_: Host) => new Map<string, readonly Row[]>());

/** The locations of the host that apply to the files of a folder, in their order. */
function rowsOf(host: Host, parent: string): readonly Row[] {
  const cache = rowsByFolder(host);
  const cached = cache.get(parent);
  if (cached) return cached;
  const rows = host.locations.flatMap((location): Row[] => {
    const folder = folderOf(location.glob, parent);
    return folder ? [{ location, folder, ending: endingOf(location.glob) }] : [];
  });
  if (cache.size >= maxFolders) cache.clear();
  cache.set(parent, rows);
  return rows;
}

/** Whether the same glob is also a user location: then the home folder decides which of the two applies. */
const hasUserCounterpart = (host: Host, { glob }: Location): boolean =>
  host.locations.some((other) => other.scope === 'user' && other.glob === glob);

const givenIn = (kind: DocumentKind | undefined, text: string, below: string): GivenFields | null =>
  (kind && definesAgents(kind) ? kind.given?.(text, below) : null) ?? null;

function admits(
  location: Location,
  { root, below }: GlobMatch,
  { path, around }: FileQuery,
): boolean {
  const { manifest } = location;
  if (!acceptsName(location, below)) return false;
  if (location.notWith?.some((file) => around.has?.(join(root, file)))) return false;
  if (!manifest) return true;
  const isManifest = manifest.files.includes(location.glob);
  // A new file is not on the disk yet.
  const has = (one: string): boolean => (isManifest && one === path) || around.has?.(one) === true;
  const file = manifestFileIn(root, manifest, { ...around, has });
  // Another manifest hides this one.
  if (file === undefined || (isManifest && file !== location.glob)) return false;
  if (!around.read) return true;
  const read = readManifest(join(root, file), around.read, manifest);
  if (manifest.applies?.(read.value, read.text) === false) return false;
  // Agents of a plugin with an invalid manifest get a place, so that the problem is reported.
  return read.fault !== null || isListed(manifest, read, root, path);
}

/** The manifest that the host reads, relative to the plugin. */
function manifestFileIn(
  root: string,
  format: ManifestFormat,
  { has, read }: PlaceContext,
): string | undefined {
  const { files, prefers } = format;
  const found = files.filter(
    (file) => !isOfOtherFolder(root, file, files) && has?.(join(root, file)),
  );
  const preferred =
    prefers && read && found.length > 1
      ? found.find((file) => prefers(file, readManifest(join(root, file), read, format).value))
      : undefined;
  return preferred ?? found[0];
}

interface FileQuery {
  readonly path: string;
  readonly around: PlaceContext;
}

const join = (root: string, file: string): string => (root === '' ? file : `${root}/${file}`);

/** Without a list, all files in the folder are agents. */
const isListed = (
  format: ManifestFormat,
  manifest: Manifest,
  root: string,
  path: string,
): boolean => listIn(manifest, format) === undefined || isInList(format, manifest, root, path);

/** The value of the key that lists agents; undefined where the manifest has none. */
const listIn = (manifest: Manifest, { listedBy }: ManifestFormat): unknown =>
  listedBy === undefined ? undefined : (keyOf(manifest, listedBy) ?? undefined);

/** Whether a manifest's list, one path or several relative to the plugin's folder, contains the file. */
function isInList(format: ManifestFormat, manifest: Manifest, root: string, path: string): boolean {
  const listed = listIn(manifest, format);
  const folder = format.listsFolders ? parentOf(path).slice(0, -1) : undefined;
  return (Array.isArray(listed) ? listed : [listed]).some((entry) => {
    if (typeof entry !== 'string') return false;
    const normal = normalize(entry);
    return join(root, normal) === path || (normal === '' ? root : join(root, normal)) === folder;
  });
}

/** Normalizes `./a/../b//c` to `b/c`. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/'))
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}

function placeAt(
  host: Host,
  location: Location,
  { root, below }: GlobMatch,
  { path, around }: FileQuery,
): Place {
  const { has, read } = around;
  const { manifest, givenBy, kind = 'agent' } = location;
  const manifestFile = manifest && manifestFileIn(root, manifest, around);
  const isGuest = manifestFile !== undefined && manifest?.foreignFiles?.includes(manifestFile);
  const role = isGuest ? 'guest' : location.role;
  const giver = givenBy === undefined || !read ? undefined : () => read(join(root, givenBy));
  const given = (): GivenFields | null => {
    const text = giver?.();
    return typeof text === 'string' ? givenIn(host.kinds[kind], text, below) : null;
  };
  const place = {
    ...{ host, location, role, path, below, base: baseAt(location, path) },
    ...(giver && { given }),
    ...(has &&
      host.kinds[kind]?.subject === 'skill' && {
        isWithinAnother: () => isWithinAnother(path, below, has),
      }),
    ...settingsAround({ host, location }, root, { has, read }),
    ...((isWithManifests(location, host.kinds[kind]) || hasSwitches(host.kinds[kind])) &&
      pluginsAround(root, path, around)),
  };
  if (manifestFile === undefined || !manifest || !read) return place;
  const file = join(root, manifestFile);
  const readOnce = lazily(() => readManifest(file, read, manifest));
  const isFromList = listIn(readOnce(), manifest) !== undefined;
  return {
    ...place,
    named: () => nameIn(readOnce()),
    fault: lazily(() => faultIn(root, manifestFile, readOnce(), manifest, read)),
    ...(isFromList && { isListed: true }),
  };
}

function faultIn(
  root: string,
  manifestFile: string,
  { value, fault: message }: Manifest,
  { otherFiles = [], agentsIn }: ManifestFormat,
  read: NonNullable<PlaceContext['read']>,
): PluginFault | null {
  if (message !== null)
    return { file: manifestFile, message, agentsIn: agentsIn?.(value) ?? undefined };
  for (const { file, fault } of otherFiles) {
    const text = read(join(root, file));
    const found = typeof text === 'string' ? fault(text) : null;
    if (found !== null) return { file, message: found };
  }
  return null;
}

/** The locations of the host whose manifest may list agents anywhere in the plugin. */
const manifestLocationsOf = memoize(({ locations }: Host) =>
  locations.flatMap((location) =>
    location.manifest?.listedBy === undefined ? [] : { location, manifest: location.manifest },
  ),
);

/** Whether a manifest or setting of the host may name files in any folder. */
const canReadAnyFolder = (host: Host): boolean =>
  manifestLocationsOf(host).length > 0 || host.folderSettings !== undefined;

/** The place of a file that the manifest of its plugin lists; null for any other file. */
function listedPlace(host: Host, path: string, around: PlaceContext): Place | null {
  const { has, read } = around;
  const locations = manifestLocationsOf(host);
  if (locations.length === 0 || !has || !read) return null;
  for (const { location, manifest } of locations) {
    if (!path.endsWith(endingOf(location.glob))) continue;
    const root = manifestAround(path, manifest.files, around);
    const file = root === null ? undefined : manifestFileIn(root, manifest, around);
    if (root === null || file === undefined) continue;
    const found = readManifest(join(root, file), read, manifest);
    if (found.fault !== null || manifest.applies?.(found.value, found.text) === false) continue;
    if (!isInList(manifest, found, root, path)) continue;
    const below = root === '' ? path : path.slice(root.length + 1);
    return placeAt(host, location, { root, below }, { path, around });
  }
  return null;
}
