// The hosts that the tests run with, and the functions on them that tests call most.

import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { type PlaceContext, placesOf as placesIn } from '../../server/hosts/catalog/places';
import { hosts } from '../../server/hosts/catalog/registry';
import type { Host } from '../../server/hosts/model/host';
import type { Place } from '../../server/hosts/model/place';

export { hosts };

export const catalog = new HostCatalog(hosts);

export const { mainHosts } = catalog;

/** The places of a file in these hosts, by default in the main hosts. */
export const placesOf = (
  path: string,
  around?: PlaceContext,
  among?: readonly Host[],
): readonly Place[] => placesIn(catalog, path, around, among);
