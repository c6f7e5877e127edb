// Hosts that the user selected check every agent file, including files in the folders of other hosts. If a host has
// several generations, the configured one is used.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { placeInGeneration } from '../hosts/catalog/places';
import type { Host } from '../hosts/model/host';
import { type Place, placeInOwnFolder } from '../hosts/model/place';
import { t } from '../text/l10n';
import type { Settings } from './settings';

/** Returns the places of a file, and those that it would have in the selected hosts. */
export function withChosen(
  catalog: HostCatalog,
  places: readonly Place[],
  path: string,
  settings: Settings,
): readonly Place[] {
  const { hosts: chosen } = settings;
  const here = inGenerations(catalog, places, settings);
  if (here.length === 0 || chosen.length === 0) return here;
  const more = catalog.hosts.filter(
    ({ id }) => chosen.includes(id) && !here.some(({ host }) => host.id === id),
  );
  return [
    ...here,
    ...more.flatMap((host): readonly Place[] => {
      const own = placeInOwnFolder(host, path);
      return own ? [{ ...own, role: 'guest' }] : [];
    }),
  ];
}

/** Returns the same places with the configured generations. */
export function inGenerations(
  catalog: HostCatalog,
  places: readonly Place[],
  settings: Settings,
): readonly Place[] {
  if (!places.some(({ host }) => host.generation !== undefined)) return places;
  return places.map((place) => {
    const host = generationSet(catalog, place.host, settings);
    return host ? placeInGeneration(place, host, t('the setting "versions"')) : place;
  });
}

/**
 * Returns the generation from `versions`, or from a profile among the selected hosts. Undefined if neither specifies
 * one.
 */
function generationSet(
  catalog: HostCatalog,
  host: Host,
  { hosts: chosen, versions }: Settings,
): Host | undefined {
  const [main, ...profiles] = catalog.generationsOf(host);
  if (!main || profiles.length === 0) return undefined;
  const wanted = versions[main.id];
  if (wanted !== undefined) return catalog.hostOfGeneration(main, wanted);
  return chosen.includes(main.id) ? undefined : profiles.find(({ id }) => chosen.includes(id));
}
