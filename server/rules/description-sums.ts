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

interface Sums {
  readonly costs: CostsByRoot;
  readonly byRoot: Map<string, DescriptionTotal>;
}

/** The sums, by host, for as long as no agent has changed. */
const known = new WeakMap<Neighbours, { revision: number; byHost: Map<Host, Sums> }>();

export function descriptionTotal(
  neighbours: Neighbours,
  host: Host,
  root: string,
): DescriptionTotal {
  const { revision } = neighbours;
  let state = known.get(neighbours);
  if (state?.revision !== revision) {
    state = { revision, byHost: new Map() };
    known.set(neighbours, state);
  }
  const sums = state.byHost.get(host) ?? { costs: costsOf(neighbours, host), byRoot: new Map() };
  state.byHost.set(host, sums);
  const found = sums.byRoot.get(root) ?? sum(sums.costs, root);
  sums.byRoot.set(root, found);
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

interface CostsByRoot {
  readonly own: ReadonlyMap<string, readonly Cost[]>;
  /** Of the agents that a user has in every project, with the roots that have another agent in their place. */
  readonly users: readonly { readonly cost: Cost; readonly except: ReadonlySet<string> }[];
}

/** Of each id, the first agent that a project pays for: looked at once for all projects. */
function costsOf(neighbours: Neighbours, host: Host): CostsByRoot {
  const own = new Map<string, Cost[]>();
  const users: { cost: Cost; except: ReadonlySet<string> }[] = [];
  for (const id of neighbours.ids(host)) {
    const roots = new Set<string>();
    for (const agent of neighbours.called(host, id)) {
      if (!isCounted(agent)) continue;
      const cost = { agent, tokens: costOf(agent) };
      if (agent.place.location.scope === 'user') {
        users.push({ cost, except: roots });
        break;
      }
      const root = rootOf(agent.place);
      if (roots.has(root)) continue;
      roots.add(root);
      const costs = own.get(root);
      if (costs) costs.push(cost);
      else own.set(root, [cost]);
    }
  }
  return { own, users };
}

/** A project's agents, and with them those that a user has in every project. */
function sum({ own, users }: CostsByRoot, root: string): DescriptionTotal {
  const costs = [
    ...(own.get(root) ?? []),
    ...users.flatMap(({ cost, except }) => (except.has(root) ? [] : [cost])),
  ].sort((a, b) => b.tokens - a.tokens || (a.agent.path < b.agent.path ? -1 : 1));
  return { costs, total: costs.reduce((all, { tokens }) => all + tokens, 0) };
}

/** Whether a host sends its description without being asked. */
export const isCounted = ({ place, isOffered, isConfigured, id }: KnownAgent): boolean =>
  id !== null && place.role === 'owner' && isOffered && !isConfigured;

const costOf = remembered(({ id, description }: KnownAgent): number =>
  tokensIn(`${id ?? ''}: ${description ?? ''}`),
);
