// The verdicts of all main hosts on one text, including those that do not read the file where it is.
import { optionalPlaces } from '../../hosts/catalog/places';
import { judge } from '../../hosts/judge/compute-verdict';
import { isFormOf } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { assumedPlace } from '../../settings/chosen';
import type { View } from '../view/view';

export interface EveryHost {
  /** Of the hosts that read the file where it is, the user's programs first. */
  readonly read: readonly Verdict[];
  /** Of hosts that read it there too, where they are in use. */
  readonly optional: readonly Verdict[];
  /** Of the others, as if the file were in their own folder. */
  readonly elsewhere: readonly Verdict[];
}

export function everyHost(view: View): EveryHost {
  const read = view.ranked().filter(({ place }) => !place.isGuess);
  const { comparedHosts, mainHosts } = view.catalog;
  // The programs that the file can have been written for come first.
  const all = [...comparedHosts, ...mainHosts.filter((host) => !comparedHosts.includes(host))];
  const optional = optionalPlaces(view.path, all)
    .filter(({ host }) => !read.some(({ place }) => place.host === host))
    .map((place) => judge(view.outline, place, view.context));
  const elsewhere = all.flatMap((host): Verdict[] => {
    // In no folder would it read a file of another form.
    if (!isFormOf(host, view.outline.form)) return [];
    const isRead = [...read, ...optional].some(
      ({ place }) => place.host === host || place.host.profileOf === host.id,
    );
    const place = isRead ? null : assumedPlace(host, view.path, view.settings);
    return place ? [judge(view.outline, place, view.context)] : [];
  });
  return { read, optional, elsewhere };
}
