// What an agent cannot do itself but can have done by agents that it calls, directly or through others.

import { privilegesGainedByCall } from '../../hosts/model/delegation';
import { agentDialects } from '../../hosts/model/dialect';
import { type Privilege, privileges } from '../../hosts/model/privileges';
import { capabilityOf } from '../../hosts/model/tools';
import type { KnownAgent, WorkspaceView } from '../workspace-view';
import { type Call, callsOf } from './calls';

export interface Reach {
  /** The call in the file of the agent with which the way begins. */
  readonly call: Call;
  /** The called agents up to the one that gains something, which is the last. */
  readonly way: readonly [KnownAgent, ...KnownAgent[]];
  readonly gains: readonly Privilege[];
  /** The tools of the last agent that give these privileges; null where it has no list of tools. */
  readonly tools: readonly string[] | null;
}

/** The shortest way for each call that gains a privilege, in the order of the calls. */
export function reachOf(agent: KnownAgent, workspace: WorkspaceView): readonly Reach[] {
  const { delegation } = agent.place.host;
  if (!delegation || delegation.keepsLimits) return [];
  // overbroad-deny reports a denial that removes more than it names.
  const caller = { privileges: agent.intendedPrivileges };
  const gainsFrom = (other: KnownAgent): readonly Privilege[] =>
    privilegesGainedByCall(delegation, caller, other);
  return callsOf(agent, workspace).flatMap((call): readonly Reach[] => {
    const way = wayFrom(call.callee, agent, workspace, delegation.depth, gainsFrom);
    const last = way?.at(-1);
    if (!way || !last) return [];
    const gains = gainsFrom(last);
    return [{ call, way, gains, tools: toolsFor(last, gains) }];
  });
}

type Way = readonly [KnownAgent, ...KnownAgent[]];

/** The shortest way to an agent that gains something; null where none has at most `depth` agents. */
function wayFrom(
  first: KnownAgent,
  { path }: KnownAgent,
  workspace: WorkspaceView,
  depth: number,
  gainsFrom: (agent: KnownAgent) => readonly Privilege[],
): Way | null {
  const seen = new Set([path, first.path]);
  let ways: readonly Way[] = [[first]];
  for (let length = 1; length <= depth && ways.length > 0; length++) {
    const found = ways.find((way) => gainsFrom(way.at(-1) ?? way[0]).length > 0);
    if (found) return found;
    ways = ways.flatMap((way) =>
      callsOf(way.at(-1) ?? way[0], workspace).flatMap(({ callee }): readonly Way[] => {
        if (seen.has(callee.path)) return [];
        seen.add(callee.path);
        return [[...way, callee]];
      }),
    );
  }
  return null;
}

function toolsFor(
  { tools, place }: KnownAgent,
  gains: readonly Privilege[],
): readonly string[] | null {
  if (tools === null) return null;
  const known = agentDialects(place.host.dialects).flatMap((dialect) => dialect.tools.tools);
  return tools.filter((name) =>
    known.some((tool) => {
      const capability = tool.name === name ? capabilityOf(tool) : undefined;
      return privileges.some((one) => one === capability && gains.includes(one));
    }),
  );
}

/** The names of the called agents: `lead > deployer`. */
export const wayLabel = ({ call, way }: Reach): string =>
  [call.reference.name, ...way.slice(1).map(({ id }) => id ?? '')].join(' > ');
