// What the names and descriptions of all agents of a project cost every request.
import { tokensIn } from '../agent/token-estimate';
import type { Host } from '../hosts/host';
import { rootOf } from '../hosts/place';
import { remembered } from '../hosts/remembered';
import type { KnownAgent, Neighbours } from './neighbours';

/** Where a host has no limit of its own: what one warns of is much for any. */
const usualLimit = 15_000;

export const descriptionLimit = ({ descriptionLimit: own }: Host): number =>
  own?.tokens ?? usualLimit;

export interface Cost {
  readonly agent: KnownAgent;
  readonly tokens: number;
}

export interface DescriptionTotal {
  /** The longest first. */
  readonly costs: readonly Cost[];
  /** Tokens of all of them. */
  readonly total: number;
}

/** The sums, by host and root, for as long as no agent has changed. */
const known = new WeakMap<Neighbours, { revision: number; sums: Map<string, DescriptionTotal> }>();

export function descriptionTotal(
  neighbours: Neighbours,
  host: Host,
  root: string,
): DescriptionTotal {
  const { revision } = neighbours;
  let state = known.get(neighbours);
  if (state?.revision !== revision) {
    state = { revision, sums: new Map() };
    known.set(neighbours, state);
  }
  const key = `${host.id} ${root}`;
  const found = state.sums.get(key) ?? sum(neighbours, host, root);
  state.sums.set(key, found);
  return found;
}

/** Where the sum is reported: at the agent with the most to save. Undefined where it is within the limit. */
export function tooLongAt(
  neighbours: Neighbours,
  host: Host,
  root: string,
): KnownAgent | undefined {
  const { costs, total } = descriptionTotal(neighbours, host, root);
  return total > descriptionLimit(host) ? costs[0]?.agent : undefined;
}

/** A project's agents, and with them those that a user has in every project. */
function sum(neighbours: Neighbours, host: Host, root: string): DescriptionTotal {
  const isPaid = (agent: KnownAgent): boolean =>
    isCounted(agent) && (agent.place.location.scope === 'user' || rootOf(agent.place) === root);
  const costs = neighbours
    .ids(host)
    .flatMap((id): readonly Cost[] => {
      const agent = neighbours.called(host, id).find(isPaid);
      return agent ? [{ agent, tokens: costOf(agent) }] : [];
    })
    .sort((a, b) => b.tokens - a.tokens || (a.agent.path < b.agent.path ? -1 : 1));
  return { costs, total: costs.reduce((all, { tokens }) => all + tokens, 0) };
}

/** Whether a host sends its description without being asked. */
export const isCounted = ({ place, isOffered, isConfigured, id }: KnownAgent): boolean =>
  id !== null && place.role === 'owner' && isOffered && !isConfigured;

const costOf = remembered(({ id, description }: KnownAgent): number =>
  tokensIn(`${id ?? ''}: ${description ?? ''}`),
);
