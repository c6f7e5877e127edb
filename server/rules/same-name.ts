// Of agents that a host calls by one name: whether this one is used, and which of the others takes its place.
import { rootOf, shortPath } from '../hosts/place';
import type { SameName } from '../hosts/same-name';
import type { KnownAgent, Neighbours } from './neighbours';

export interface Namesakes {
  /** `shadowed`: another one is the agent. `shared`: which of them it is, the host leaves to chance. */
  readonly kind: 'shadowed' | 'shared';
  /** Those that win, or that it is shared with. Never empty. */
  readonly others: readonly [KnownAgent, ...KnownAgent[]];
  readonly message: string;
}

/** Null for an agent that has its name to itself, or that the host takes before the others. */
export function namesakesOf(agent: KnownAgent, neighbours: Neighbours): Namesakes | null {
  const { place, id, path, isConfigured } = agent;
  const { sameName, name: host } = place.host;
  // A guest reads what was written for another: there the two are often one agent, kept twice.
  if (id === null || !sameName || place.role === 'guest' || isConfigured) return null;
  const others = neighbours.called(place.host, id).filter(
    // What stands in a configuration is meant to be laid over a file.
    (other) => other.path !== path && other.place.role === 'owner' && !other.isConfigured,
  );
  const over = others.find((other) => isOver(other, agent, sameName));
  if (over) {
    return {
      kind: 'shadowed',
      others: [over],
      message: `${host} does not use this agent: ${shortPath(over.place)} is called "${id}" too, and ${host} ${sameName.outermost?.says ?? sameName.wins}.`,
    };
  }
  const [first, ...more] = others.filter((other) => isBeside(other, agent, sameName));
  if (!first || sameName.tie === undefined) return null;
  return {
    kind: 'shared',
    others: [first, ...more],
    message: `${shortPath(first.place)}${more.length > 0 ? ` and ${more.length} more` : ''} is called "${id}" too: ${host} ${sameName.tie}.`,
  };
}

/** In a folder further up, of a host that takes that one. A user's agent is meant to stand back behind the project's. */
const isOver = (other: KnownAgent, agent: KnownAgent, { rank, outermost }: SameName): boolean => {
  const [mine, theirs] = [rootOf(agent.place), rootOf(other.place)];
  if (agent.place.location.scope !== other.place.location.scope) return false;
  if (mine === theirs) return rank(other.place) > rank(agent.place);
  return outermost !== undefined && (theirs === '' || mine.startsWith(`${theirs}/`));
};

const isBeside = (other: KnownAgent, agent: KnownAgent, { rank }: SameName): boolean =>
  rootOf(other.place) === rootOf(agent.place) &&
  other.place.location.scope === agent.place.location.scope &&
  rank(other.place) === rank(agent.place);
