// Which agents an agent really may call by name, as its host lets it: what rules on delegation look at.
import type { Host } from '../hosts/host';
import { matchesPermissionWildcard } from '../hosts/permission-wildcard';
import type { Reference } from '../hosts/reference';
import { foremost, isReadBeside } from '../hosts/same-name';
import { silencerOf } from '../hosts/silent';
import type { KnownAgent, Neighbours } from './neighbours';

export interface Call {
  readonly reference: Reference;
  readonly callee: KnownAgent;
}

/**
 * In the order of the text. Only where there is no doubt: a name that one agent alone bears, a tool to call it with, an
 * agent that is let into calling. Patterns are left out, for who writes one means whoever comes.
 */
export function callsOf(agent: KnownAgent, neighbours: Neighbours): readonly Call[] {
  const { references } = agent;
  if (references.length === 0 || !mayCall(agent)) return none;
  const rules = references.filter(({ kind, how }) => kind === 'agent' && how === 'rules');
  return references.flatMap((reference): readonly Call[] => {
    const { kind, how, name, isPattern } = reference;
    if (kind !== 'agent' || isPattern || !(how === 'calls' || how === 'rules')) return none;
    if (how === 'rules' && rules.findLast((rule) => isAbout(rule, name)) !== reference) return none;
    if (how === 'rules' && reference.effect !== 'allow') return none;
    const callee = oneCalled(agent, name, neighbours);
    return callee && isOpen(callee, how) ? [{ reference, callee }] : none;
  });
}

/** Another agent names it as one to call or to hand over to, or a file beside the agents names it. */
export const isNamed = (agent: KnownAgent, neighbours: Neighbours): boolean =>
  agent.id !== null &&
  (isNamedBeside(agent.place.host, agent.id, neighbours) || isMeant(agent, neighbours));

const isNamedBeside = (host: Host, id: string, { beside }: Neighbours): boolean =>
  beside(host, 'agent', 'names', id).length > 0;

const isMeant = ({ path, place, id }: KnownAgent, neighbours: Neighbours): boolean =>
  id !== null &&
  neighbours
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

const isAbout = (rule: Reference, name: string): boolean =>
  rule.effect !== undefined &&
  (rule.isPattern ? matchesPermissionWildcard(rule.name, name) : rule.name === name);

const isOpen = ({ runs, isOffered, place }: KnownAgent, how: Reference['how']): boolean =>
  runs !== false && (isOffered || (how === 'calls' && place.host.delegation?.namingOpens === true));

/** Of those that are there wherever the caller is the one that the host takes; undefined where it is left to chance. */
function oneCalled(
  { place, path }: KnownAgent,
  name: string,
  neighbours: Neighbours,
): KnownAgent | undefined {
  const same = neighbours.called(place.host, name).filter((one) => one.place.role === 'owner');
  const silent = neighbours
    .silencing(place.host, name)
    .filter((one) => isReadBeside(one.place, place));
  const read = same.filter((one) => isReadBeside(one.place, place));
  const near = read.filter((one) => !silencerOf(one, silent, read, place.host.sameName));
  // Those elsewhere are never seen together.
  const [only, ...others] = read.length > 0 ? foremost(near, place.host.sameName) : same;
  return others.length > 0 || only?.path === path ? undefined : only;
}
