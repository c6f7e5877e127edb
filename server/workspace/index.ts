// All agents of a workspace, by path and by what each host calls them. It holds no text and no tree: a file is given to it,
// looked at and forgotten.
import type { Host } from '../hosts/host';
import { mainHosts } from '../hosts/places';
import type { KnownAgent, Neighbours } from '../rules/neighbours';

export interface WorkspaceIndex extends Neighbours {
  /**
   * What a file is now; an empty list for one that is gone.
   * @returns the paths of all files of which something else may be to say now, this one among them.
   */
  readonly put: (path: string, agents: readonly KnownAgent[]) => ReadonlySet<string>;
  readonly at: (path: string) => readonly KnownAgent[];
  /** In the order of their paths. */
  readonly all: () => readonly KnownAgent[];
  readonly size: number;
  /** Calls back whenever something else is to be told of an agent than before, more often than `revision` counts. */
  readonly watch: (changed: () => void) => void;
}

export function workspaceIndex(): WorkspaceIndex {
  const byPath = new Map<string, readonly KnownAgent[]>();
  const byId = new Map<string, Set<KnownAgent>>();
  const byReference = new Map<string, Set<KnownAgent>>();
  const ids = new Map<string, readonly string[]>();
  const watchers: (() => void)[] = [];
  let revision = 1;

  const enter = (agent: KnownAgent): void => {
    for (const key of idKeys(agent)) add(byId, key, agent);
    for (const key of referenceKeys(agent)) add(byReference, key, agent);
  };
  const leave = (agent: KnownAgent): void => {
    for (const key of idKeys(agent)) remove(byId, key, agent);
    for (const key of referenceKeys(agent)) remove(byReference, key, agent);
  };
  /** Whoever bears the name, here or in another host, or refers to it. */
  const concerned = (agents: readonly KnownAgent[], paths: Set<string>): void => {
    for (const agent of agents) {
      for (const host of mainHosts)
        for (const { path } of (agent.id !== null && byId.get(keyOf(host, agent.id))) || [])
          paths.add(path);
      for (const key of idKeys(agent))
        for (const { path } of byReference.get(key) ?? []) paths.add(path);
      callersAbove(agent, paths);
      // Whoever is open to nobody hangs on being named.
      for (const key of referenceKeys(agent))
        for (const { path, leads, isOffered } of byId.get(key) ?? [])
          if (!leads && !isOffered) paths.add(path);
    }
  };

  /** Those who can have it called by others: as many calls away as the host lets a chain be long. */
  const callersAbove = (agent: KnownAgent, paths: Set<string>): void => {
    const depth = agent.place.host.delegation?.depth ?? 1;
    let level: readonly KnownAgent[] = [agent];
    for (let above = 1; above < depth && level.length > 0; above++) {
      level = level.flatMap((one) =>
        idKeys(one).flatMap((key) => [...(byReference.get(key) ?? [])]),
      );
      for (const { path } of level) paths.add(path);
    }
  };

  /** Whoever names an agent that nobody is: another may be meant now. */
  const puzzled = (hosts: ReadonlySet<string>, paths: Set<string>): void => {
    for (const [key, agents] of byReference)
      if (!byId.has(key))
        for (const { path, place } of agents) if (hosts.has(place.host.id)) paths.add(path);
  };

  return {
    put(path, agents) {
      const before = byPath.get(path) ?? [];
      const paths = new Set([path]);
      if (!isToldSame(before, agents)) for (const changed of watchers) changed();
      if (isSame(before, agents)) {
        // What it says elsewhere is the same; only where in the file it says so may have moved.
        for (const agent of before) leave(agent);
        for (const agent of agents) enter(agent);
        if (agents.length > 0) byPath.set(path, agents);
        return paths;
      }
      revision++;
      concerned(before, paths);
      for (const agent of before) leave(agent);
      if (agents.length === 0) byPath.delete(path);
      else byPath.set(path, agents);
      for (const agent of agents) enter(agent);
      concerned(agents, paths);
      if (idsOf(before) !== idsOf(agents)) {
        ids.clear();
        puzzled(new Set([...before, ...agents].map(({ place }) => place.host.id)), paths);
      }
      return paths;
    },
    at: (path) => byPath.get(path) ?? [],
    all: () => [...byPath.keys()].sort().flatMap((path) => byPath.get(path) ?? []),
    called: (host, id) => inOrder(byId.get(keyOf(host, id))),
    callers: (host, id) => inOrder(byReference.get(keyOf(host, id))),
    ids(host) {
      const known = ids.get(host.id);
      if (known) return known;
      const found = [...byPath.values()]
        .flat()
        .flatMap(({ place, id }) => (place.host === host && id !== null ? [id] : []));
      const each = [...new Set(found)].sort();
      ids.set(host.id, each);
      return each;
    },
    watch: (changed) => void watchers.push(changed),
    get revision() {
      return revision;
    },
    get size() {
      return byPath.size;
    },
  };
}

const idsOf = (agents: readonly KnownAgent[]): string => agents.flatMap(idKeys).join('\n');

const keyOf = (host: Host, id: string): string => `${host.id} ${id}`;

const idKeys = ({ place, id }: KnownAgent): readonly string[] =>
  id === null ? [] : [keyOf(place.host, id)];

const referenceKeys = ({ place, references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name }) => (kind === 'agent' ? [keyOf(place.host, name)] : []));

/** The same hosts, names and references: nothing that another file could notice. */
const isSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length &&
  before.every((agent, index) => {
    const other = now[index];
    return (
      other !== undefined &&
      agent.place.host === other.place.host &&
      agent.id === other.id &&
      agent.fate === other.fate &&
      agent.runs === other.runs &&
      agent.description === other.description &&
      reachOf(agent) === reachOf(other)
    );
  });

/** Whom it may call, and who may call it. */
const reachOf = ({ references, powers, canCall, leads, isOffered }: KnownAgent): string =>
  [
    ...[powers.join(' '), canCall, leads, isOffered],
    ...references.flatMap(({ kind, name, how, effect }) =>
      kind === 'agent' ? [`${how} ${effect ?? ''} ${name}`] : [],
    ),
  ].join('\n');

/** Nothing that a person is shown of them is another. */
const isToldSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length && before.every((agent, index) => told(agent) === told(now[index]));

function told(agent: KnownAgent | undefined): string {
  if (!agent) return '';
  const { place, fate, reason, runs, blame, id, name, description, model, color } = agent;
  return JSON.stringify([
    ...[place.host.id, fate, reason, runs, blame],
    ...[id, name, description, model, color],
    reachOf(agent),
  ]);
}

function add(map: Map<string, Set<KnownAgent>>, key: string, agent: KnownAgent): void {
  const known = map.get(key);
  if (known) known.add(agent);
  else map.set(key, new Set([agent]));
}

function remove(map: Map<string, Set<KnownAgent>>, key: string, agent: KnownAgent): void {
  const known = map.get(key);
  known?.delete(agent);
  if (known?.size === 0) map.delete(key);
}

const inOrder = (agents: ReadonlySet<KnownAgent> | undefined): readonly KnownAgent[] =>
  [...(agents ?? [])].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
