// The verdicts of all main hosts on one text, including those that do not read the file where it is.
import { optionalPlaces } from '../hosts/catalog/places';
import { judge } from '../hosts/judge/compute-verdict';
import { placeInOwnFolder } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import type { View } from './view';

export interface EveryHost {
  /**
   * Of the hosts that read the file where it is, the user's programs first. Those that read it only where they are in use come
   * last.
   */
  readonly read: readonly Verdict[];
  /** Of the others, as if the file were in their own folder. */
  readonly elsewhere: readonly Verdict[];
}

export function everyHost(view: View): EveryHost {
  const ranked = view.ranked().filter(({ place }) => !place.isGuess);
  const { comparedHosts, mainHosts } = view.catalog;
  // The programs that the file can have been written for come first.
  const all = [...comparedHosts, ...mainHosts.filter((host) => !comparedHosts.includes(host))];
  // Hosts that read the file too, although they are not among the user's programs.
  const more = optionalPlaces(view.path, all)
    .filter(({ host }) => !ranked.some(({ place }) => place.host === host))
    .map((place) => judge(view.outline, place, view.context));
  const read = [...ranked, ...more];
  const elsewhere = all.flatMap((host): Verdict[] => {
    const isRead = read.some(
      ({ place }) => place.host === host || place.host.profileOf === host.id,
    );
    const place = isRead ? null : placeInOwnFolder(host, view.path);
    return place ? [judge(view.outline, place, view.context)] : [];
  });
  return { read, elsewhere };
}
