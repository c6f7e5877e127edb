import type { Host } from '../hosts/host';
import { rootOf } from '../hosts/place';
import { mainHosts } from '../hosts/places';
import type { ReferenceKind } from '../hosts/reference';
import { isCounted, tooLongAt } from '../rules/description-sums';
import type { KnownAgent, KnownName, Neighbours } from '../rules/neighbours';
import { bearersStore } from './bearers';
import { besideStore } from './beside';
import { byName } from './by-name';
import { idsByHost } from './ids';

export interface WorkspaceIndex extends Neighbours {
  /**
   * What a file is now; an empty list for one that is gone.
   * @returns the paths of all files of which something else may be to say now, this one among them.
   */
  readonly put: (path: string, agents: readonly KnownAgent[]) => ReadonlySet<string>;
  /** The same on a first look over all files, where nobody asks yet what it means for others: that would cost their square. */
  readonly learn: (path: string, agents: readonly KnownAgent[]) => void;
  /**
   * What a file beside the agents holds now, and the agents that it configures; null for one that cannot be read.
   * @returns what tells, when it is asked, of which files something else may be to say.
   */
  readonly putBeside: (path: string, found: Found | null) => () => ReadonlySet<string>;
  /** A file came or went. @returns the files of agents that run one so called. */
  readonly moved: (path: string) => ReadonlySet<string>;
  /** Every file beside the agents that holds anything. */
  readonly pathsBeside: () => readonly string[];
  /** Whether the user's own files are among those that are known. @returns whether that is new. */
  readonly seeHome: (does: boolean) => boolean;
  readonly at: (path: string) => readonly KnownAgent[];
  /** In the order of their paths. */
  readonly all: () => readonly KnownAgent[];
  /** Every file of which an agent is known, as they came. */
  readonly paths: () => Iterable<string>;
  readonly size: number;
  /** What lies around its files has been looked for: one that is alone is so. */
  readonly seeAround: () => void;
  /** The agents whose prompts mention this id, in the order of their paths. */
  readonly mentioning: (host: Host, id: string) => readonly KnownAgent[];
  /** Calls back whenever something else is to be told of an agent than before, more often than `revision` counts. */
  readonly watch: (changed: () => void) => void;
}

/** What is in a file beside the agents. */
export interface Found {
  readonly names: readonly KnownName[];
  readonly agents: readonly KnownAgent[];
}

/** @param hasFile whether a file is there, where that can be said. */
export function workspaceIndex(hasFile: Neighbours['hasFile'] = null): WorkspaceIndex {
  const byPath = new Map<string, readonly KnownAgent[]>();
  /** Who uses a skill or a server, or runs a script. */
  const byUse = byName();
  const beside = besideStore();
  let seesHome = false;
  let seesAround = false;
  const byId = bearersStore();
  const bySilence = byName();
  const byReference = byName();
  const byMention = byName();
  const ids = idsByHost();
  const watchers: (() => void)[] = [];
  let revision = 1;

  /** Those that no one is offered: there are few. Any list may name them, by whatever name. */
  const closed = new Set<KnownAgent>();

  const enter = (agent: KnownAgent): void => {
    const { id, silences, references, mentions } = agent;
    const { host } = agent.place;
    if (isClosed(agent)) closed.add(agent);
    if (id !== null && byId.add(agent)) ids.add(host, id);
    if (silences !== null) bySilence.add(host, silences, agent);
    for (const { name } of mentions) byMention.add(host, name, agent);
    if (references.length === 0) return;
    for (const name of agentsNamedBy(agent)) byReference.add(host, name, agent);
    for (const use of usesOf(agent)) byUse.add(host, use, agent);
  };
  const leave = (agent: KnownAgent): void => {
    const { id, silences, mentions } = agent;
    const { host } = agent.place;
    closed.delete(agent);
    if (id !== null && byId.remove(agent)) ids.remove(host, id);
    if (silences !== null) bySilence.remove(host, silences, agent);
    for (const { name } of mentions) byMention.remove(host, name, agent);
    for (const name of agentsNamedBy(agent)) byReference.remove(host, name, agent);
    for (const use of usesOf(agent)) byUse.remove(host, use, agent);
  };
  /** Whoever bears the name, here or in another host, or refers to it. */
  const concerned = (agents: readonly KnownAgent[], paths: Set<string>): void => {
    const add = (others: readonly KnownAgent[]): void => {
      for (const { path } of others) paths.add(path);
    };
    for (const agent of agents) {
      const { id, silences } = agent;
      const { host } = agent.place;
      if (id !== null) add(byId.inAnyHost(id));
      if (silences !== null) add(byId.of(host, silences));
      for (const name of namesOf(agent)) add(byReference.of(host, name));
      callersAbove(agent, paths);
      // Whoever is open to nobody hangs on being named.
      if (closed.size > 0 && agentsNamedBy(agent).length > 0) add([...closed]);
    }
  };

  /** Those who can have it called by others: as many calls away as the host lets a chain be long. */
  const callersAbove = (agent: KnownAgent, paths: Set<string>): void => {
    const depth = agent.place.host.delegation?.depth ?? 1;
    let level: readonly KnownAgent[] = [agent];
    for (let above = 1; above < depth && level.length > 0; above++) {
      level = level.flatMap((one) =>
        namesOf(one).flatMap((name) => byReference.of(one.place.host, name)),
      );
      for (const { path } of level) paths.add(path);
    }
  };

  /** Whoever names an agent that nobody is: another may be meant now. */
  const puzzled = (hosts: ReadonlySet<string>, paths: Set<string>): void => {
    for (const [host, name, agents] of byReference.entries())
      if (hosts.has(host.id) && byId.of(host, name).length === 0)
        for (const { path } of agents) paths.add(path);
  };

  /** The projects whose sum of descriptions these agents are part of. */
  const sumsOf = (agents: readonly KnownAgent[]): readonly Sum[] => {
    const counted = agents.filter(isCounted);
    const isOfAll = counted.some(({ place }) => place.location.scope === 'user');
    const all = isOfAll ? [...byPath.values()].flat().filter(isCounted) : counted;
    const sums = all.map(({ place }): Sum => ({ host: place.host, root: rootOf(place) }));
    return [...new Map(sums.map((sum) => [`${sum.host.id} ${sum.root}`, sum])).values()];
  };
  /** Where a sum is reported that is too large. */
  const sumsReported = (sums: readonly Sum[], paths: Set<string>): void => {
    for (const { host, root } of sums) {
      const agent = tooLongAt(index, host, root);
      if (agent) paths.add(agent.path);
    }
  };

  const put = (path: string, agents: readonly KnownAgent[]): Set<string> => {
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
    const isSumSame = costsOf(before) === costsOf(agents);
    if (!isSumSame) sumsReported(sumsOf([...before, ...agents]), paths);
    revision++;
    concerned(before, paths);
    for (const agent of before) leave(agent);
    if (agents.length === 0) byPath.delete(path);
    else byPath.set(path, agents);
    for (const agent of agents) enter(agent);
    concerned(agents, paths);
    if (idsOf(before) !== idsOf(agents))
      puzzled(new Set([...before, ...agents].map(({ place }) => place.host.id)), paths);
    if (!isSumSame) sumsReported(sumsOf([...before, ...agents]), paths);
    return paths;
  };

  const learn = (path: string, agents: readonly KnownAgent[]): void => {
    if (byPath.has(path)) return void put(path, agents);
    if (agents.length === 0) return;
    for (const changed of watchers) changed();
    revision++;
    byPath.set(path, agents);
    for (const agent of agents) enter(agent);
  };

  /** Which plugins are loaded together decides which of their agents share a name. */
  const inPlugins = (host: KnownName['host'], paths: Set<string>): void => {
    for (const agents of byPath.values())
      for (const { path, place } of agents)
        if (place.host === host && place.location.scope === 'plugin') paths.add(path);
  };

  /** Of agents that use something, those to whom this may make a difference. */
  const users = (changed: readonly KnownName[], isAnyone: boolean, paths: Set<string>): void => {
    const puzzles = new Set<string>();
    for (const { host, kind, does, name } of changed) {
      const named = kind === 'agent' ? byReference.of(host, name) : [];
      const used = byUse.of(host, useOf(kind, name));
      for (const { path } of [...named, ...used]) paths.add(path);
      if (does === 'denies' || does === 'names')
        for (const { path } of byId.of(host, name)) paths.add(path);
      if (kind === 'plugin') inPlugins(host, paths);
      if (does === 'brings') puzzles.add(`${host.id} ${kind}`);
    }
    // Another may be meant now, where nobody brings what is named.
    for (const [, , agents] of byUse.entries())
      for (const { path, place, references } of agents)
        if (
          references.some(
            ({ kind, name }) =>
              (isAnyone || puzzles.has(`${place.host.id} ${kind}`)) &&
              beside.beside(place.host, kind, 'brings', name).length === 0,
          )
        )
          paths.add(path);
  };

  const index: WorkspaceIndex = {
    put,
    learn,
    putBeside(path, found) {
      const wasRead = beside.unread.size === 0;
      const changed = beside.put(path, found === null ? null : found.names);
      const holds = (agents: readonly KnownAgent[] | undefined): boolean =>
        agents?.some(({ isConfigured }) => isConfigured) ?? false;
      const isConfiguration = found !== null && (holds(found.agents) || holds(byPath.get(path)));
      const paths = isConfiguration ? put(path, found.agents) : new Set<string>();
      paths.delete(path);
      const isOther = wasRead !== (beside.unread.size === 0);
      if (changed || isOther) revision++;
      return () => {
        if (changed || isOther) users(changed ?? [], isOther, paths);
        return paths;
      };
    },
    pathsBeside: beside.paths,
    seeHome(does) {
      const isNew = does !== seesHome;
      if (isNew) revision++;
      seesHome = does;
      return isNew;
    },
    moved(path) {
      const name = lastPart(path);
      const runners = mainHosts.flatMap((host) => byUse.of(host, useOf('file', name)));
      if (runners.length > 0) revision++;
      return new Set(runners.map((agent) => agent.path));
    },
    seeAround() {
      seesAround = true;
    },
    get seesAround() {
      return seesAround;
    },
    hasFile,
    beside: beside.beside,
    brought: beside.brought,
    get seesAll() {
      return seesHome && beside.unread.size === 0;
    },
    at: (path) => byPath.get(path) ?? [],
    all: () => [...byPath.keys()].sort().flatMap((path) => byPath.get(path) ?? []),
    paths: () => byPath.keys(),
    called: (host, id) => inOrder(byId.of(host, id)),
    inAnyHost: byId.inAnyHost,
    silencing: (host, id) => inOrder(bySilence.of(host, id)),
    callers: (host, id) => inOrder(byReference.of(host, id)),
    mentioning: (host, id) => inOrder(byMention.of(host, id)),
    ids: ids.of,
    watch: (changed) => void watchers.push(changed),
    get revision() {
      return revision;
    },
    get size() {
      return byPath.size + beside.size;
    },
  };
  return index;
}

interface Sum {
  readonly host: Host;
  readonly root: string;
}

/** What of the agents counts in the sum of all descriptions. */
const costsOf = (agents: readonly KnownAgent[]): string =>
  agents
    .filter(isCounted)
    .map(({ place, id, description }) => `${place.host.id} ${id ?? ''} ${description ?? ''}\n`)
    .join('');

const idsOf = (agents: readonly KnownAgent[]): string =>
  agents.map(({ place, id }) => (id === null ? '' : `${place.host.id} ${id}\n`)).join('');

/** What it bears, or would if it were an agent. */
const namesOf = ({ id, silences }: KnownAgent): readonly string[] =>
  [id, silences].filter((name) => name !== null);

const isClosed = ({ id, leads, isOffered }: KnownAgent): boolean =>
  id !== null && !leads && !isOffered;

const agentsNamedBy = ({ references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name }) => (kind === 'agent' ? [name] : []));

const useOf = (kind: ReferenceKind, name: string): string => `${kind} ${name}`;

const usesOf = ({ references }: KnownAgent): readonly string[] =>
  references.flatMap(({ kind, name, how }) =>
    kind === 'skill' || kind === 'mcp-server'
      ? [useOf(kind, name)]
      : how === 'runs'
        ? [useOf(kind, lastPart(name))]
        : [],
  );

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The same hosts, names and references: nothing that another file could notice. */
const isSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length &&
  before.every((agent, index) => {
    const other = now[index];
    return (
      other !== undefined &&
      agent.place.host === other.place.host &&
      agent.id === other.id &&
      agent.silences === other.silences &&
      agent.fate === other.fate &&
      agent.runs === other.runs &&
      agent.staysOn === other.staysOn &&
      agent.description === other.description &&
      reachOf(agent) === reachOf(other) &&
      usesOf(agent).join('\n') === usesOf(other).join('\n')
    );
  });

/** Whom it may call, and who may call it. */
const reachOf = ({ references, powers, tools, canCall, leads, isOffered }: KnownAgent): string =>
  [
    ...[powers.join(' '), tools === null, canCall, leads, isOffered],
    ...references.flatMap(({ kind, name, how, effect }) =>
      kind === 'agent' ? [`${how} ${effect ?? ''} ${name}`] : [],
    ),
  ].join('\n');

/** Nothing that a person is shown of them is another. */
const isToldSame = (before: readonly KnownAgent[], now: readonly KnownAgent[]): boolean =>
  before.length === now.length && before.every((agent, index) => told(agent) === told(now[index]));

function told(agent: KnownAgent | undefined): string {
  if (!agent) return '';
  const { isConfigured, nameSpan } = agent;
  const { place, fate, reason, runs, blame, id, silences, name, description, model, color } = agent;
  return JSON.stringify([
    ...[place.host.id, fate, reason, runs, blame],
    ...[id, silences, name, description, model, color],
    reachOf(agent),
    // A file of one agent is opened at its beginning.
    isConfigured ? nameSpan?.start : null,
  ]);
}

const inOrder = (agents: readonly KnownAgent[]): readonly KnownAgent[] =>
  agents.length < 2
    ? agents
    : [...agents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
