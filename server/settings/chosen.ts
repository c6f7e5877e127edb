// Hosts that the user chose judge every agent file, also one that lies in another's folder.
import type { Place } from '../hosts/place';
import { ownPlace } from '../hosts/places';
import { hosts } from '../hosts/registry';
import type { Settings } from './settings';

/** The places of a file, and those that it would have in the hosts that were chosen. */
export function withChosen(
  places: readonly Place[],
  path: string,
  { hosts: chosen }: Settings,
): readonly Place[] {
  if (places.length === 0 || chosen.length === 0) return places;
  const more = hosts.filter(
    ({ id }) => chosen.includes(id) && !places.some(({ host }) => host.id === id),
  );
  return [
    ...places,
    ...more.flatMap((host): readonly Place[] => {
      const own = ownPlace(host, path);
      return own ? [{ ...own, role: 'guest' }] : [];
    }),
  ];
}
