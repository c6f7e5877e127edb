// Agents by name across all hosts. Nearly every name belongs to a single file, so that one lookup is enough to find that
// out.
import type { Host } from '../hosts/model/host';
import type { KnownAgent } from '../rules/workspace-view';

interface AgentsByName {
  /** Adds an agent unless the host loads none. @returns whether it is the first agent with its name in its host. */
  readonly add: (agent: KnownAgent) => boolean;
  /** @returns whether no agent of the host has the name any more. */
  readonly remove: (agent: KnownAgent) => boolean;
  /** In insertion order. */
  readonly of: (host: Host, id: string) => readonly KnownAgent[];
  readonly inAnyHost: (id: string) => readonly KnownAgent[];
}

export function agentsByNameStore(): AgentsByName {
  const byId = new Map<string, KnownAgent[]>();
  return {
    add(agent) {
      const { id, place } = agent;
      if (id === null) return false;
      const known = byId.get(id);
      if (!known) {
        byId.set(id, [agent]);
        return true;
      }
      const isFirst = !holds(known, place.host);
      known.push(agent);
      return isFirst;
    },
    remove(agent) {
      const { id, place } = agent;
      const known = id === null ? undefined : byId.get(id);
      const at = known?.indexOf(agent) ?? -1;
      if (id === null || !known || at < 0) return false;
      known.splice(at, 1);
      if (known.length === 0) byId.delete(id);
      return !holds(known, place.host);
    },
    of(host, id) {
      const known = byId.get(id);
      if (!known) return none;
      for (const { place } of known)
        if (place.host !== host) return known.filter((one) => one.place.host === host);
      return known;
    },
    inAnyHost: (id) => byId.get(id) ?? none,
  };
}

const none: readonly KnownAgent[] = [];

function holds(agents: readonly KnownAgent[], host: Host): boolean {
  for (const { place } of agents) if (place.host === host) return true;
  return false;
}
