// Ranks values by how often the other agents of the project use them in the same field: teams share their models.

import type { FieldRole } from '../../hosts/model/field';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import type { Place } from '../../hosts/model/place';
import type { View } from '../view';
import type { Completion } from './item';

/** Further agents are not counted. */
const maxAgents = 300;
/** One agent of the project counts more than any number of files elsewhere. */
const weight = 10_000;

/** Adds the use counts of the project's agents to items of a field. Returns items unchanged where there are none. */
export function withProjectUses(
  { workspace, path, places }: View,
  host: Host,
  role: FieldRole | undefined,
): (item: Completion) => Completion {
  if (role !== 'model' || workspace.size < 2) return unchanged;
  const counts = new Map<string, number>();
  const root = rootAt(places, host);
  for (const id of workspace.ids(host).slice(0, maxAgents))
    for (const agent of workspace.called(host, id))
      if (agent.path !== path && agent.writtenModel !== null && rootOf(agent.place) === root)
        counts.set(agent.writtenModel, (counts.get(agent.writtenModel) ?? 0) + weight);
  if (counts.size === 0) return unchanged;
  return (item) => ({ ...item, uses: (item.uses ?? 0) + (counts.get(item.label) ?? 0) });
}

const rootAt = (places: readonly Place[], host: Host): string | undefined => {
  const place = places.find((one) => one.host === host);
  return place && rootOf(place);
};

const unchanged = (item: Completion): Completion => item;
