// Programs in which a fix takes tools from the agent that it has there: a name that one program does not know may be a tool of another.
import type { Edit } from '../../text/edit';
import type { View } from '../view/view';
import { after } from './fix-verification';

/**
 * The names of the reported programs, other than the one for which the fix is offered.
 * @param host the id of that program; null for a fix that concerns none
 */
export function losersOf(
  view: View,
  edits: readonly Edit[],
  host: string | null,
): readonly string[] {
  const others = view.lanes.filter(({ place }) => place.host.id !== host);
  // Agents of a configuration file have one owner, and judging them again means reading the whole file.
  if (others.length === 0 || view.places[0]?.entry) return [];
  const now = after(view, edits);
  return others.flatMap(({ place, verdict }) => {
    const before = verdict().persona?.tools;
    const had = [...(before?.granted ?? []), ...(before?.unverified ?? [])];
    const later = now.lanes.find((lane) => lane.place.host === place.host)?.verdict().persona;
    if (!later) return [];
    const { all, granted, always, unverified } = later.tools;
    const has = (name: string): boolean =>
      all || granted.includes(name) || always.includes(name) || unverified.includes(name);
    return had.every(has) ? [] : [place.host.name];
  });
}
