// What the other agents of the project say in the same field: a team has its models.
import type { FieldRole, Host } from '../../hosts/host';
import { type Place, rootOf } from '../../hosts/place';
import type { View } from '../view';
import type { Completion } from './item';

/** More agents are not asked. */
const mostAgents = 300;
/** Each of them says more than any number of files elsewhere. */
const weight = 10_000;

/** Ranks the items of a field by the agents around the file. Leaves them as they are where those have nothing to say. */
export function usesAround(
  { neighbours, path, places }: View,
  host: Host,
  role: FieldRole | undefined,
): (item: Completion) => Completion {
  if (role !== 'model' || neighbours.size < 2) return asItIs;
  const counts = new Map<string, number>();
  const root = rootAt(places, host);
  for (const id of neighbours.ids(host).slice(0, mostAgents))
    for (const agent of neighbours.called(host, id))
      if (agent.path !== path && agent.writtenModel !== null && rootOf(agent.place) === root)
        counts.set(agent.writtenModel, (counts.get(agent.writtenModel) ?? 0) + weight);
  if (counts.size === 0) return asItIs;
  return (item) => ({ ...item, uses: (item.uses ?? 0) + (counts.get(item.label) ?? 0) });
}

const rootAt = (places: readonly Place[], host: Host): string | undefined => {
  const place = places.find((one) => one.host === host);
  return place && rootOf(place);
};

const asItIs = (item: Completion): Completion => item;
