// Hosts that the user selected check every agent file, including files in the folders of other hosts. If a host has
// several generations, the configured one is used. Optional locations apply for the programs that the user chose.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import {
  optionalPlaces,
  placeIn,
  placeInGeneration,
  placeInVersion,
} from '../hosts/catalog/places';
import { hostAtVersion } from '../hosts/judge/host-at-version';
import type { Host } from '../hosts/model/host';
import { type Place, placeInOwnFolder } from '../hosts/model/place';
import { askedVersion, latestVersion } from '../hosts/model/version';
import { composed, type Message, t } from '../text/message';
import type { Settings } from './settings';

/** Returns the places of a file, and those that it would have in the selected hosts. */
export function withChosen(
  catalog: HostCatalog,
  places: readonly Place[],
  path: string,
  settings: Settings,
): readonly Place[] {
  const { hosts: chosen } = settings;
  const here = placesInUse(catalog, places, path, settings);
  if (here.length === 0 || chosen.length === 0) return here;
  const more = catalog.hosts.filter(
    ({ id }) => chosen.includes(id) && !here.some(({ host }) => host.id === id),
  );
  return [
    ...here,
    ...more.flatMap((host): readonly Place[] => {
      const own = assumedPlace(host, path, settings);
      return own ? [{ ...own, role: 'guest' }] : [];
    }),
  ];
}

/**
 * Returns the places with the configured generations and versions of programs, and those in optional locations of the programs that
 * the user chose by name: `guests: "all"` means those that read the file in any project.
 */
export function placesInUse(
  catalog: HostCatalog,
  places: readonly Place[],
  path: string,
  settings: Settings,
): readonly Place[] {
  const { programs, hosts, guests } = settings;
  const isChosen = ({ id }: Host): boolean =>
    (guests !== 'all' && guests.includes(id)) || programs.includes(id) || hosts.includes(id);
  const more = optionalPlaces(path, catalog.mainHosts.filter(isChosen)).filter(
    (place) => !places.some(({ host }) => host === place.host),
  );
  return inGenerations(catalog, more.length === 0 ? places : [...places, ...more], settings, path);
}

/** The places in a configured generation whose first one does not read the file. */
function inOthers(
  catalog: HostCatalog,
  places: readonly Place[],
  path: string,
  settings: Settings,
): readonly Place[] {
  return Object.keys(settings.versions).flatMap((id): readonly Place[] => {
    const main = catalog.hostById(id);
    const set = main && setFor(catalog, main, settings);
    if (!set || set.host === main || hasPlaceOf(places, catalog, main)) return [];
    const place = placeIn(set.host, path);
    return place ? [{ ...place, generationBy: settingsName() }] : [];
  });
}

const hasPlaceOf = (places: readonly Place[], catalog: HostCatalog, main: Host): boolean =>
  places.some(({ host }) => catalog.mainOf(host) === main);

/**
 * Returns the place that the file would have in the host's own folder, in the configured version of that host. The generation is the
 * one that the caller names. Null where the host ignores the name of the file.
 */
export function assumedPlace(host: Host, path: string, { versions }: Settings): Place | null {
  const place = placeInOwnFolder(host, path);
  const wanted = versions[host.id];
  const version = wanted === undefined ? undefined : askedVersion(host, wanted);
  return place && version !== undefined
    ? placeInVersion(place, version, settingsName(wanted, version))
    : place;
}

/** With the version that is set, where another one stands for it. */
function settingsName(wanted?: string, used?: string): Message {
  const name = t('the setting "versions"');
  return wanted === undefined || wanted === used || wanted === latestVersion
    ? name
    : composed`${name}: ${wanted}`;
}

/**
 * Returns the same places with the configured generations, and with the configured versions of programs.
 * @param path of the file, for what only a configured generation reads
 */
export function inGenerations(
  catalog: HostCatalog,
  places: readonly Place[],
  settings: Settings,
  path?: string,
): readonly Place[] {
  const { versions } = settings;
  const others = path === undefined ? [] : inOthers(catalog, places, path, settings);
  if (!places.some(({ host }) => host.generation !== undefined || versions[host.id] !== undefined))
    return others.length === 0 ? places : [...places, ...others];
  const used = places.map((place) => {
    const set = setFor(catalog, place.host, settings);
    if (!set) return place;
    const by = settingsName(set.wanted, set.version);
    return placeInVersion(placeInGeneration(place, set.host, by), set.version, by);
  });
  return [...used, ...others];
}

/** Like `inGenerations` for agents in a configuration file, without those that another generation reads in a way that is not declared. */
export const entriesInUse = (
  catalog: HostCatalog,
  places: readonly Place[],
  settings: Settings,
): readonly Place[] =>
  places.flatMap((place) => {
    const set = setFor(catalog, place.host, settings);
    if (!set) return place;
    return set.host === place.host
      ? placeInVersion(place, set.version, settingsName(set.wanted, set.version))
      : [];
  });

/**
 * Returns the host of a file that is to be written, in the version in which the project uses it. A version or generation that was
 * requested by its id is not replaced.
 * @param places the places that the file would have.
 */
export function hostToWrite(
  catalog: HostCatalog,
  host: Host,
  places: readonly Place[],
  settings: Settings,
): Host {
  const place = inGenerations(catalog, places, settings).find((one) => one.host === host);
  return place?.version === undefined ? host : hostAtVersion(host, place.version);
}

/** Returns the generation and the program version from `versions`, or from a profile among the selected hosts. */
function setFor(
  catalog: HostCatalog,
  host: Host,
  { hosts: chosen, versions }: Settings,
): { readonly host: Host; readonly version: string; readonly wanted?: string } | undefined {
  const [main, ...profiles] = catalog.generationsOf(host);
  if (!main) return undefined;
  const wanted = versions[main.id];
  if (wanted !== undefined) {
    const generation = catalog.hostOfGeneration(main, wanted);
    if (generation) return { host: generation, version: generation.version };
    const version = askedVersion(main, wanted);
    return version === undefined ? undefined : { host: main, version, wanted };
  }
  if (chosen.includes(main.id)) return undefined;
  const profile = profiles.find(({ id }) => chosen.includes(id));
  return profile && { host: profile, version: profile.version };
}
