// Agents by the names that connect them: their own and those that they reference and mention.

import type { Host } from '../hosts/model/host';
import type { KnownAgent } from '../rules/workspace-view';
import { agentsByNameStore } from './agents-by-name';

/** Lists are in the order in which the agents were added. */
export class AgentTables {
  readonly #byId = agentsByNameStore();
  readonly #ids = idsByHost();
  readonly #bySilence = byName();
  readonly #byReference = byName();
  readonly #byMention = byName();

  enter(agent: KnownAgent): void {
    const { id, shadows } = agent;
    const { host } = agent.place;
    if (id !== null && this.#byId.add(agent)) this.#ids.add(host, id);
    if (shadows !== null) this.#bySilence.add(host, shadows, agent);
    for (const name of mentionedBy(agent)) this.#byMention.add(host, name, agent);
    for (const name of agentsNamedBy(agent)) this.#byReference.add(host, name, agent);
  }

  leave(agent: KnownAgent): void {
    const { id, shadows } = agent;
    const { host } = agent.place;
    if (id !== null && this.#byId.remove(agent)) this.#ids.remove(host, id);
    if (shadows !== null) this.#bySilence.remove(host, shadows, agent);
    for (const name of mentionedBy(agent)) this.#byMention.remove(host, name, agent);
    for (const name of agentsNamedBy(agent)) this.#byReference.remove(host, name, agent);
  }

  called(host: Host, id: string): readonly KnownAgent[] {
    return this.#byId.of(host, id);
  }

  inAnyHost(id: string): readonly KnownAgent[] {
    return this.#byId.inAnyHost(id);
  }

  shadowing(host: Host, id: string): readonly KnownAgent[] {
    return this.#bySilence.of(host, id);
  }

  callers(host: Host, id: string): readonly KnownAgent[] {
    return this.#byReference.of(host, id);
  }

  mentioning(host: Host, id: string): readonly KnownAgent[] {
    return this.#byMention.of(host, id);
  }

  ids(host: Host): readonly string[] {
    return this.#ids.of(host);
  }
}

/** The words in its prompt that may be names of agents. Most prompts have none, so nothing is allocated for them. */
export function mentionedBy({ mentions, delegates }: KnownAgent): readonly string[] {
  if (mentions.length === 0) return delegates;
  return [...new Set([...mentions.map(({ name }) => name), ...delegates])];
}

const agentsNamedBy = ({ references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name }) => (kind === 'agent' ? [name] : []));

// Agents by host and name. Nearly every name belongs to one agent, so arrays are used: a set needs five times the memory.
interface ByName {
  readonly add: (host: Host, name: string, agent: KnownAgent) => void;
  readonly remove: (host: Host, name: string, agent: KnownAgent) => void;
  /** In insertion order, without duplicates. */
  readonly of: (host: Host, name: string) => readonly KnownAgent[];
}

function byName(): ByName {
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
  };
}

const none: readonly KnownAgent[] = [];

// The agent IDs of each host, sorted and without duplicates. The list stays up to date while thousands of IDs are added.

interface Ids {
  /** Adds an ID that is not in the list. */
  readonly add: (host: Host, id: string) => void;
  /** Removes an ID that is in the list. */
  readonly remove: (host: Host, id: string) => void;
  /** The same array until something changes. */
  readonly of: (host: Host) => readonly string[];
}

interface Kept {
  /** Sorted. */
  list: readonly string[];
  readonly come: Set<string>;
  readonly gone: Set<string>;
}

function idsByHost(): Ids {
  const byHost = new Map<Host, Kept>();
  const keptOf = (host: Host): Kept => {
    const known = byHost.get(host);
    if (known) return known;
    const fresh = { list: [], come: new Set<string>(), gone: new Set<string>() };
    byHost.set(host, fresh);
    return fresh;
  };
  return {
    add(host, id) {
      const { come, gone } = keptOf(host);
      // No ID is removed while many are being added.
      if (gone.size === 0 || !gone.delete(id)) come.add(id);
    },
    remove(host, id) {
      const { come, gone } = keptOf(host);
      if (!come.delete(id)) gone.add(id);
    },
    of(host) {
      const kept = keptOf(host);
      const { come, gone, list } = kept;
      if (come.size === 0 && gone.size === 0) return list;
      kept.list = merged(list, [...come].sort(), gone);
      come.clear();
      gone.clear();
      return kept.list;
    },
  };
}

/** Merging is faster: sorting the whole list again takes twenty times as long. */
function merged(
  known: readonly string[],
  fresh: readonly string[],
  gone: ReadonlySet<string>,
): string[] {
  const both: string[] = [];
  let at = 0;
  for (const id of known) {
    for (let next = fresh[at]; next !== undefined && next < id; next = fresh[++at]) both.push(next);
    if (!gone.has(id)) both.push(id);
  }
  for (; at < fresh.length; at++) both.push(fresh[at] as string);
  return both;
}
