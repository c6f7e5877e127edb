// The agents that an agent can call by name in its host, for the rules on delegation.

import { matchesPermissionWildcard } from '../../hosts/judge/tools/permission-wildcard';
import type { Reference } from '../../hosts/model/companion';
import type { Host } from '../../hosts/model/host';
import {
  highestPrecedence,
  isVisibleFrom,
  shadowingAgentOf,
} from '../../hosts/model/name-precedence';
import { agentKindOf } from '../../hosts/model/place';
import type { KnownAgent, WorkspaceView } from '../workspace-view';

export interface Call {
  readonly reference: Reference;
  readonly callee: KnownAgent;
}

/**
 * In the order of the text. Only certain calls: one agent has the name, the caller has the tool for calling, and the callee
 * can be called. Patterns are left out because they name no particular agent.
 */
export function callsOf(agent: KnownAgent, workspace: WorkspaceView): readonly Call[] {
  const { references } = agent;
  if (references.length === 0 || !mayCall(agent)) return none;
  const rules = references.filter(({ kind, how }) => kind === 'agent' && how === 'rules');
  return references.flatMap((reference): readonly Call[] => {
    const { kind, how, name, isPattern } = reference;
    if (kind !== 'agent' || isPattern || !(how === 'calls' || how === 'rules')) return none;
    if (how === 'rules' && rules.findLast((rule) => matches(rule, name)) !== reference) return none;
    if (how === 'rules' && reference.effect !== 'allow') return none;
    const callee = agentCalled(agent, name, workspace);
    return callee && canBeCalled(callee, how) ? [{ reference, callee }] : none;
  });
}

/** Whether another agent names it to call it or hand over to it, or a configuration or command file names it. */
export const isNamed = (agent: KnownAgent, workspace: WorkspaceView): boolean =>
  agent.id !== null &&
  (isNamedByCompanion(agent.place.host, agent.id, workspace) || isNamedByAgent(agent, workspace));

const isNamedByCompanion = (host: Host, id: string, { companions }: WorkspaceView): boolean =>
  companions(host, 'agent', 'names', id).length > 0;

const isNamedByAgent = ({ path, place, id }: KnownAgent, workspace: WorkspaceView): boolean =>
  id !== null &&
  workspace
    .callers(place.host, id)
    .some(
      (caller) =>
        caller.path !== path &&
        caller.references.some(
          ({ kind, name, how }) => kind === 'agent' && name === id && how !== 'mentions',
        ),
    );

const none: readonly Call[] = [];

const mayCall = ({ place, id, runs, canCall, leads }: KnownAgent): boolean => {
  const { delegation } = place.host;
  if (!delegation || id === null || runs === false || !canCall || place.role === 'guest')
    return false;
  return leads || delegation.depth > 1;
};

const matches = (rule: Reference, name: string): boolean =>
  rule.effect !== undefined &&
  (rule.isPattern ? matchesPermissionWildcard(rule.name, name) : rule.name === name);

const canBeCalled = ({ runs, isOffered, place }: KnownAgent, how: Reference['how']): boolean =>
  runs !== false && (isOffered || (how === 'calls' && place.host.delegation?.namingOpens === true));

/** The agent that the host uses for the name, wherever the caller is read; undefined where that is not determined. */
function agentCalled(
  { place, path }: KnownAgent,
  name: string,
  workspace: WorkspaceView,
): KnownAgent | undefined {
  const same = workspace.called(place.host, name).filter((one) => one.place.role === 'owner');
  const silent = workspace
    .shadowing(place.host, name)
    .filter((one) => isVisibleFrom(one.place, place));
  const read = same.filter((one) => isVisibleFrom(one.place, place));
  const active = read.filter(
    (one) => !shadowingAgentOf(one, silent, read, agentKindOf(place)?.sameName),
  );
  // Agents of other projects are never read together.
  const [only, ...others] =
    read.length > 0 ? highestPrecedence(active, agentKindOf(place)?.sameName) : same;
  return others.length > 0 || only?.path === path ? undefined : only;
}
