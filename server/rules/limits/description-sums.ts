// The number of tokens that the names and descriptions of all agents of a project add to every request.
import { tokensIn } from '../../agent/token-estimate';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import { memoize } from '../../text/memoize';
import { perRevision } from '../per-revision';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

/** For hosts without a limit of their own: the number of tokens above which another host warns. */
const defaultLimit = 15_000;

export const descriptionLimit = ({ descriptionLimit: own }: Host): number =>
  own?.tokens ?? defaultLimit;

export interface Cost {
  readonly agent: KnownAgent;
  readonly tokens: number;
}

export interface DescriptionTotal {
  /** In descending order of tokens. */
  readonly costs: readonly Cost[];
  readonly total: number;
}

interface Sums {
  readonly costs: CostsByRoot;
  readonly byRoot: Map<string, DescriptionTotal>;
}

const sumsOf = perRevision(
  (workspace, host): Sums => ({ costs: costsOf(workspace, host), byRoot: new Map() }),
);

export function descriptionTotalOf(
  workspace: WorkspaceView,
  host: Host,
  root: string,
): DescriptionTotal {
  const sums = sumsOf(workspace, host);
  const found = sums.byRoot.get(root) ?? sum(sums.costs, root);
  sums.byRoot.set(root, found);
  return found;
}

/** The agent at which the sum is reported: the one with the longest description. Undefined within the limit. */
export function longestOverLimit(
  workspace: WorkspaceView,
  host: Host,
  root: string,
): KnownAgent | undefined {
  const { costs, total } = descriptionTotalOf(workspace, host, root);
  return total > descriptionLimit(host) ? costs[0]?.agent : undefined;
}

interface CostsByRoot {
  readonly own: ReadonlyMap<string, readonly Cost[]>;
  /** Costs of the agents in the user's home, with the projects that have an agent of the same name. */
  readonly users: readonly { readonly cost: Cost; readonly except: ReadonlySet<string> }[];
}

/** The first counted agent of each id, computed once for all projects. */
function costsOf(workspace: WorkspaceView, host: Host): CostsByRoot {
  const own = new Map<string, Cost[]>();
  const users: { cost: Cost; except: ReadonlySet<string> }[] = [];
  for (const id of workspace.ids(host)) {
    const roots = new Set<string>();
    for (const agent of workspace.called(host, id)) {
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

/** The sum over the agents of a project and of the user's home. */
function sum({ own, users }: CostsByRoot, root: string): DescriptionTotal {
  const costs = [
    ...(own.get(root) ?? []),
    ...users.flatMap(({ cost, except }) => (except.has(root) ? [] : [cost])),
  ].sort((a, b) => b.tokens - a.tokens || (a.agent.path < b.agent.path ? -1 : 1));
  return { costs, total: costs.reduce((all, { tokens }) => all + tokens, 0) };
}

/** Whether the host sends the description of the agent with every request. */
export const isCounted = ({ place, isOffered, isConfigured, id }: KnownAgent): boolean =>
  id !== null && place.role === 'owner' && isOffered && !isConfigured;

const costOf = memoize(({ id, description }: KnownAgent): number =>
  tokensIn(`${id ?? ''}: ${description ?? ''}`),
);
