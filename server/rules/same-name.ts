// Of agents that a host calls by one name: whether this one is used, and which of the others takes its place.
import { pathBeside } from '../hosts/place';
import { against, isReadBeside } from '../hosts/same-name';
import { silencerOf } from '../hosts/silent';
import { render } from '../text/message';
import type { KnownAgent, Neighbours } from './neighbours';
import { areEnabledTogether } from './plugins';

export interface Namesakes {
  /**
   * `shadowed`: another one is the agent. `shared`: which of them it is, the host leaves to chance. `silenced`: another file
   * is none, and because of it this is none either.
   */
  readonly kind: 'shadowed' | 'shared' | 'silenced';
  /** Those that win, or that it is shared with, or that silence it. Never empty. */
  readonly others: readonly [KnownAgent, ...KnownAgent[]];
  readonly message: string;
  /** As it is meant to be: an agent kept for all projects stands back behind that of one. */
  readonly isMeant: boolean;
}

/** Null for an agent that has its name to itself, or that the host takes before the others. */
export function namesakesOf(agent: KnownAgent, neighbours: Neighbours): Namesakes | null {
  const { place, id, path, isConfigured } = agent;
  const { sameName, name: host } = place.host;
  // A guest reads what was written for another: there the two are often one agent, kept twice.
  if (id === null || !sameName || place.role === 'guest' || isConfigured) return null;
  if (isAlone(agent, id, neighbours)) return null;
  const among = readTogether(agent, id, neighbours);
  const silenced = silencedBy(agent, id, among);
  if (silenced) return silenced;
  const others = neighbours
    .called(place.host, id)
    .filter(
      // What stands in a configuration is meant to be laid over a file.
      (other) => other.path !== path && other.place.role === 'owner' && !other.isConfigured,
    )
    .filter((other) => !silencerOf(other, among.silent, among.called, sameName))
    .map((other) => ({
      other,
      stands: against(
        place,
        other.place,
        sameName,
        areEnabledTogether(place, other.place, neighbours),
      ),
    }));
  for (const { other, stands } of others) {
    if (stands?.goes !== 'behind' || !isReadBeside(other.place, place)) continue;
    return {
      kind: 'shadowed',
      others: [other],
      message: `${pathBeside(other.place, place)} is also named "${id}". ${render(stands.effect, { host })} ${render(sameName.behind.effect, { host })}`,
      isMeant: place.location.scope !== 'project' && other.place.location.scope === 'project',
    };
  }
  const [first, ...more] = others.filter(({ stands }) => stands?.goes === 'either');
  if (!first?.stands) return null;
  return {
    kind: 'shared',
    others: [first.other, ...more.map(({ other }) => other)],
    message: `${pathBeside(first.other.place, place)}${more.length > 0 ? ` and ${more.length} more` : ''} ${more.length > 0 ? 'are' : 'is'} also named "${id}". ${render(first.stands.effect, { host })}`,
    isMeant: false,
  };
}

/** Nearly every agent has its name to itself. */
function isAlone({ place, path }: KnownAgent, id: string, neighbours: Neighbours): boolean {
  for (const one of neighbours.inAnyHost(id))
    if (one.path !== path && one.place.host === place.host) return false;
  return neighbours.silencing(place.host, id).length === 0;
}

interface Among {
  /** Those of its name that are no agents. */
  readonly silent: readonly KnownAgent[];
  readonly called: readonly KnownAgent[];
}

/** By a host that is started where it reads this one. Nearly always nobody is silent. */
function readTogether({ place, path }: KnownAgent, id: string, neighbours: Neighbours): Among {
  const isRead = (one: KnownAgent): boolean => isReadBeside(one.place, place);
  const silent = neighbours
    .silencing(place.host, id)
    .filter((one) => one.path !== path && one.place.role === 'owner' && isRead(one));
  if (silent.length === 0) return { silent, called: silent };
  return { silent, called: neighbours.called(place.host, id).filter(isRead) };
}

function silencedBy(agent: KnownAgent, id: string, { silent, called }: Among): Namesakes | null {
  const { place } = agent;
  const { sameName, name: host } = place.host;
  const other = silencerOf(agent, silent, called, sameName);
  if (!other || !sameName?.silent) return null;
  return {
    kind: 'silenced',
    others: [other],
    message: `${host} does not use this agent. ${pathBeside(other.place, place)} is also named "${id}". ${render(sameName.silent.effect, { host })}`,
    // A rule of its own speaks of configurations; and who keeps an agent for all projects switches it off in one.
    isMeant:
      other.isConfigured ||
      (place.location.scope !== 'project' && other.place.location.scope === 'project'),
  };
}
