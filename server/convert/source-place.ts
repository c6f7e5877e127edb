// The host that a file is converted from where several hosts own its folder.
import type { Outline } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import type { Place } from '../hosts/model/place';
import { isLoaded } from '../hosts/model/verdict';
import { isUsed } from './plan-fields';

/**
 * The place in the host that uses most of the file: a file of VS Code with tools of extensions is not read as Copilot CLI does,
 * although both own the folder. The first of several that use as much; undefined if there are none.
 */
export function bestSource(outline: Outline, places: readonly Place[]): Place | undefined {
  const [first] = places;
  if (places.length < 2) return first;
  const rated = places.map((place) => ({ place, unused: unusedParts(outline, place) }));
  const least = Math.min(...rated.map(({ unused }) => unused));
  return rated.find(({ unused }) => unused === least)?.place;
}

/** How many fields and names of tools the host ignores; infinite where it loads nothing. */
function unusedParts(outline: Outline, place: Place): number {
  const verdict = judge(outline, place);
  const { fields, tools } = verdict;
  if (!isLoaded(verdict)) return Number.POSITIVE_INFINITY;
  const names = tools.filter(({ outcome }) => outcome === 'lost' || outcome === 'no-effect');
  const ignored = fields.filter((one) => !one.field || one.field.noEffect || !isUsed(one));
  return names.length + ignored.length;
}
