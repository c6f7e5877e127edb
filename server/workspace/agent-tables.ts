// Agents by the names that connect them: their own, those that they reference and mention, and what they use.

import type { ReferenceKind } from '../hosts/model/companion';
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
  /** The agents that use a skill or a server, or run a script. */
  readonly #byUse = byName();
  /** The few agents that are not offered to any other agent. Any list can name them, under any name. */
  readonly #closed = new Set<KnownAgent>();

  enter(agent: KnownAgent): void {
    const { id, shadows, references } = agent;
    const { host } = agent.place;
    if (isClosed(agent)) this.#closed.add(agent);
    if (id !== null && this.#byId.add(agent)) this.#ids.add(host, id);
    if (shadows !== null) this.#bySilence.add(host, shadows, agent);
    for (const name of mentionedBy(agent)) this.#byMention.add(host, name, agent);
    if (references.length === 0) return;
    for (const name of agentsNamedBy(agent)) this.#byReference.add(host, name, agent);
    for (const use of usesOf(agent)) this.#byUse.add(host, use, agent);
  }

  leave(agent: KnownAgent): void {
    const { id, shadows } = agent;
    const { host } = agent.place;
    this.#closed.delete(agent);
    if (id !== null && this.#byId.remove(agent)) this.#ids.remove(host, id);
    if (shadows !== null) this.#bySilence.remove(host, shadows, agent);
    for (const name of mentionedBy(agent)) this.#byMention.remove(host, name, agent);
    for (const name of agentsNamedBy(agent)) this.#byReference.remove(host, name, agent);
    for (const use of usesOf(agent)) this.#byUse.remove(host, use, agent);
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

  /** For a script, the name is its file name. */
  using(host: Host, kind: ReferenceKind, name: string): readonly KnownAgent[] {
    return this.#byUse.of(host, useOf(kind, name));
  }

  /** Every agent that uses something, once per use. */
  *users(): Generator<KnownAgent> {
    for (const [, , agents] of this.#byUse.entries()) yield* agents;
  }

  ids(host: Host): readonly string[] {
    return this.#ids.of(host);
  }

  /** Adds the paths of the files that share a name with one of the agents in any host, or that reference it. */
  addConcerned(agents: readonly KnownAgent[], paths: Set<string>): void {
    const add = (others: readonly KnownAgent[]): void => {
      for (const { path } of others) paths.add(path);
    };
    for (const agent of agents) {
      const { id, shadows } = agent;
      const { host } = agent.place;
      if (id !== null) add(this.inAnyHost(id));
      if (shadows !== null) add(this.called(host, shadows));
      for (const name of namesOf(agent)) add(this.callers(host, name));
      this.#addCallersAbove(agent, paths);
      // Whether an agent that is not offered can be called depends on the agents that name it.
      if (this.#closed.size > 0 && agentsNamedBy(agent).length > 0) add([...this.#closed]);
    }
  }

  /** Adds the paths of files that reference an undefined agent: a new name may be the best suggestion. */
  addUnresolved(hosts: ReadonlySet<string>, paths: Set<string>): void {
    for (const [host, name, agents] of this.#byReference.entries())
      if (hosts.has(host.id) && this.called(host, name).length === 0)
        for (const { path } of agents) paths.add(path);
  }

  /** The agents that can call it indirectly, within the call depth that the host allows. */
  #addCallersAbove(agent: KnownAgent, paths: Set<string>): void {
    const depth = agent.place.host.delegation?.depth ?? 1;
    let level: readonly KnownAgent[] = [agent];
    for (let above = 1; above < depth && level.length > 0; above++) {
      level = level.flatMap((one) =>
        namesOf(one).flatMap((name) => this.callers(one.place.host, name)),
      );
      for (const { path } of level) paths.add(path);
    }
  }
}

/** The IDs that it has, or would have if it were an agent. */
const namesOf = ({ id, shadows }: KnownAgent): readonly string[] =>
  [id, shadows].filter((name) => name !== null);

const isClosed = ({ id, leads, isOffered }: KnownAgent): boolean =>
  id !== null && !leads && !isOffered;

/** The words in its prompt that may be names of agents. Most prompts have none, so nothing is allocated for them. */
export function mentionedBy({ mentions, delegates }: KnownAgent): readonly string[] {
  if (mentions.length === 0) return delegates;
  return [...new Set([...mentions.map(({ name }) => name), ...delegates])];
}

const agentsNamedBy = ({ references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name }) => (kind === 'agent' ? [name] : []));

export const useOf = (kind: ReferenceKind, name: string): string => `${kind} ${name}`;

export const usesOf = ({ references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name, how }) =>
    kind !== 'agent' && kind !== 'plugin' && kind !== 'file'
      ? [useOf(kind, name)]
      : how === 'runs'
        ? [useOf(kind, lastPart(name))]
        : [],
  );

export const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

// Agents by host and name. Nearly every name belongs to one agent, so arrays are used: a set needs five times the memory.
interface ByName {
  readonly add: (host: Host, name: string, agent: KnownAgent) => void;
  readonly remove: (host: Host, name: string, agent: KnownAgent) => void;
  /** In insertion order, without duplicates. */
  readonly of: (host: Host, name: string) => readonly KnownAgent[];
  readonly entries: () => Iterable<readonly [Host, string, readonly KnownAgent[]]>;
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
    *entries() {
      for (const [host, names] of hosts)
        for (const [name, agents] of names) yield [host, name, agents];
    },
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
