// Agents by host and name. Nearly every name belongs to one agent, so arrays are used: a set needs five times the memory.
import type { Host } from '../hosts/model/host';
import type { KnownAgent } from '../rules/workspace-view';

export interface ByName {
  readonly add: (host: Host, name: string, agent: KnownAgent) => void;
  readonly remove: (host: Host, name: string, agent: KnownAgent) => void;
  /** In insertion order, without duplicates. */
  readonly of: (host: Host, name: string) => readonly KnownAgent[];
  readonly entries: () => Iterable<readonly [Host, string, readonly KnownAgent[]]>;
}

export function byName(): ByName {
  const hosts = new Map<Host, Map<string, KnownAgent[]>>();
  return {
    add(host, name, agent) {
      const names = hosts.get(host) ?? new Map<string, KnownAgent[]>();
      if (names.size === 0) hosts.set(host, names);
      const known = names.get(name);
      if (!known) names.set(name, [agent]);
      // An agent adds all occurrences of a name consecutively, so comparing with the last element is enough.
      else if (known.at(-1) !== agent) known.push(agent);
    },
    remove(host, name, agent) {
      const known = hosts.get(host)?.get(name);
      const at = known?.indexOf(agent) ?? -1;
      if (!known || at < 0) return;
      if (known.length === 1) hosts.get(host)?.delete(name);
      else known.splice(at, 1);
    },
    of: (host, name) => hosts.get(host)?.get(name) ?? none,
    *entries() {
      for (const [host, names] of hosts)
        for (const [name, agents] of names) yield [host, name, agents];
    },
  };
}

const none: readonly KnownAgent[] = [];
