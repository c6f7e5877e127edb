// The index of a workspace: agent names per host, references and problems of each file. It stores no text and no syntax tree.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import { isCounted, longestOverLimit } from '../rules/description-sums';
import type { KnownAgent, KnownName, WorkspaceView } from '../rules/workspace-view';
import { costsOf, idsOf, isSame, isShownSame } from './agent-changes';
import { AgentTables, lastPart } from './agent-tables';
import { companionStore } from './companion-names';
import { rootFor } from './companions/files';

/** The content of a companion: a file next to the agents. */
export interface Found {
  readonly names: readonly KnownName[];
  readonly agents: readonly KnownAgent[];
}

export class WorkspaceIndex implements WorkspaceView {
  /** Whether a file exists; null if that cannot be determined. */
  readonly hasFile: WorkspaceView['hasFile'];
  readonly home: WorkspaceView['home'];
  /** The hosts that it knows. */
  readonly catalog: HostCatalog;
  readonly #byPath = new Map<string, readonly KnownAgent[]>();
  readonly #tables = new AgentTables();
  readonly #companions = companionStore();
  readonly #watchers: (() => void)[] = [];
  #seesHome = false;
  #seesAround = false;
  #revision = 1;

  constructor(
    catalog: HostCatalog,
    hasFile: WorkspaceView['hasFile'] = null,
    home: WorkspaceView['home'] = null,
  ) {
    this.catalog = catalog;
    this.hasFile = hasFile;
    this.home = home;
  }

  /**
   * Sets the agents of a file; an empty list for a deleted file.
   * @returns the paths of all files whose diagnostics may differ now, including this one.
   */
  put(path: string, agents: readonly KnownAgent[]): ReadonlySet<string> {
    return this.#put(path, agents);
  }

  /** Like `put`, for the initial survey of all files, where computing the affected files would take quadratic time. */
  learn(path: string, agents: readonly KnownAgent[]): void {
    if (this.#byPath.has(path)) return void this.#put(path, agents);
    if (agents.length === 0) return;
    this.#notify();
    this.#revision++;
    this.#byPath.set(path, agents);
    for (const agent of agents) this.#tables.enter(agent);
  }

  /**
   * Sets the content of a companion and the agents that it configures; null for a companion that cannot be read.
   * @returns a function that returns the paths of all files whose diagnostics may differ now.
   */
  putCompanion(path: string, found: Found | null): () => ReadonlySet<string> {
    const wasComplete = this.#companions.unread.size === 0;
    const wasUnread = this.#companions.unread.has(path);
    const { version } = this.#companions;
    const changed = this.#companions.put(path, found === null ? null : found.names);
    // The graph shows which prompt files and commands name an agent.
    if (version !== this.#companions.version) this.#notify();
    const paths = this.#putConfigured(path, found);
    const { unread } = this.#companions;
    const isOther = wasComplete !== (unread.size === 0) || wasUnread !== unread.has(path);
    if (changed || isOther) this.#revision++;
    return () => {
      if (changed || isOther) this.#addUsers(changed ?? [], isOther, paths);
      return paths;
    };
  }

  /** Handles the creation or deletion of a file. @returns the paths of the agents that run a script of that name. */
  moved(path: string): ReadonlySet<string> {
    const name = lastPart(path);
    const runners = this.catalog.mainHosts.flatMap((host) =>
      this.#tables.using(host, 'file', name),
    );
    if (runners.length > 0) this.#revision++;
    return new Set(runners.map((agent) => agent.path));
  }

  /** Records whether the user's own files have been surveyed. @returns whether the value has changed. */
  seeHome(does: boolean): boolean {
    const isNew = does !== this.#seesHome;
    if (isNew) this.#revision++;
    this.#seesHome = does;
    return isNew;
  }

  /** Records that the surroundings of the files have been scanned, so that an agent without neighbors really has none. */
  seeWorkspace(): void {
    this.#seesAround = true;
  }

  /** Registers a callback for changes to what is shown to the user about an agent. */
  watch(changed: () => void): void {
    this.#watchers.push(changed);
  }

  at(path: string): readonly KnownAgent[] {
    return this.#byPath.get(path) ?? [];
  }

  /** Sorted by path. */
  all(): readonly KnownAgent[] {
    return [...this.#byPath.keys()].sort().flatMap((path) => this.at(path));
  }

  /** Every file with a known agent, in insertion order. */
  paths(): Iterable<string> {
    return this.#byPath.keys();
  }

  /** The agents that prompt files, commands, skills and settings name or mention, in the order of their paths. */
  namedByCompanions(): readonly KnownName[] {
    return this.#companions.namedAgents();
  }

  /** Every companion that has content or cannot be read. */
  companionPaths(): readonly string[] {
    return this.#companions.paths();
  }

  // The members that rules use are properties, not methods, so that they can be destructured from the index.
  readonly called: WorkspaceView['called'] = (host, id) => inOrder(this.#tables.called(host, id));
  readonly inAnyHost: WorkspaceView['inAnyHost'] = (id) => this.#tables.inAnyHost(id);
  readonly shadowing: WorkspaceView['shadowing'] = (host, id) =>
    inOrder(this.#tables.shadowing(host, id));
  readonly mentioning: WorkspaceView['mentioning'] = (host, id) =>
    inOrder(this.#tables.mentioning(host, id));
  readonly callers: WorkspaceView['callers'] = (host, id) =>
    inOrder(this.#tables.callers(host, id));
  readonly ids: WorkspaceView['ids'] = (host) => this.#tables.ids(host);
  readonly companions: WorkspaceView['companions'] = (host, kind, does, name) =>
    this.#companions.companions(host, kind, does, name);
  readonly definedNames: WorkspaceView['definedNames'] = (host, kind) =>
    this.#companions.definedNames(host, kind);

  readonly isUnread: WorkspaceView['isUnread'] = ({ companionFiles = [] }, kind) =>
    this.#companions.unread.size > 0 &&
    companionFiles.some(
      ({ glob, names }) =>
        names.some((one) => one.kind === kind && one.does === 'defines') &&
        [...this.#companions.unread].some((path) => rootFor(glob, path) !== null),
    );

  get seesAll(): boolean {
    return this.#seesHome && this.#companions.unread.size === 0;
  }

  get seesWorkspace(): boolean {
    return this.#seesAround;
  }

  get revision(): number {
    return this.#revision;
  }

  get size(): number {
    return this.#byPath.size + this.#companions.size;
  }

  #put(path: string, agents: readonly KnownAgent[]): Set<string> {
    const before = this.at(path);
    const paths = new Set([path]);
    if (!isShownSame(before, agents)) this.#notify();
    if (isSame(before, agents)) {
      // Possibly only positions in the file have changed.
      for (const agent of before) this.#tables.leave(agent);
      for (const agent of agents) this.#tables.enter(agent);
      if (agents.length > 0) this.#byPath.set(path, agents);
      return paths;
    }
    const isSumSame = costsOf(before) === costsOf(agents);
    if (!isSumSame) this.#addReportedSums([...before, ...agents], paths);
    this.#revision++;
    this.#tables.addConcerned(before, paths);
    for (const agent of before) this.#tables.leave(agent);
    if (agents.length === 0) this.#byPath.delete(path);
    else this.#byPath.set(path, agents);
    for (const agent of agents) this.#tables.enter(agent);
    this.#tables.addConcerned(agents, paths);
    if (idsOf(before) !== idsOf(agents)) {
      const hosts = new Set([...before, ...agents].map(({ place }) => place.host.id));
      this.#tables.addUnresolved(hosts, paths);
      for (const { path: named, host } of this.#companions.namedAgents())
        if (hosts.has(host.id)) paths.add(named);
    }
    if (!isSumSame) this.#addReportedSums([...before, ...agents], paths);
    return paths;
  }

  /** @returns the other files that are affected. */
  #putConfigured(path: string, found: Found | null): Set<string> {
    const holds = (agents: readonly KnownAgent[]): boolean =>
      agents.some(({ isConfigured }) => isConfigured);
    if (found === null || !(holds(found.agents) || holds(this.at(path)))) return new Set();
    const paths = this.#put(path, found.agents);
    paths.delete(path);
    return paths;
  }

  #notify(): void {
    for (const changed of this.#watchers) changed();
  }

  /** Adds the paths where an excessive total of descriptions is reported, if these agents contribute to it. */
  #addReportedSums(agents: readonly KnownAgent[], paths: Set<string>): void {
    const counted = agents.filter(isCounted);
    const isOfAll = counted.some(({ place }) => place.location.scope === 'user');
    const all = isOfAll ? [...this.#byPath.values()].flat().filter(isCounted) : counted;
    const sums = new Map(
      all.map(({ place }) => {
        const root = rootOf(place);
        return [`${place.host.id} ${root}`, { host: place.host, root }];
      }),
    );
    for (const { host, root } of sums.values()) {
      const agent = longestOverLimit(this, host, root);
      if (agent) paths.add(agent.path);
    }
  }

  /** Of the agents that use something, adds those whose diagnostics may differ after these names have changed. */
  #addUsers(changed: readonly KnownName[], isAnyone: boolean, paths: Set<string>): void {
    const definedKinds = new Set<string>();
    // A list of providers also concerns those that are not in it.
    const limited = new Set<string>();
    for (const { host, kind, does, name } of changed) {
      const named = kind === 'agent' ? this.#tables.callers(host, name) : [];
      for (const { path } of [...named, ...this.#tables.using(host, kind, name)]) paths.add(path);
      if (kind === 'provider' && does !== 'defines') limited.add(host.id);
      else if (does === 'denies' || does === 'names')
        for (const { path } of this.#tables.called(host, name)) paths.add(path);
      if (kind === 'plugin') this.#addInPlugins(host, paths);
      if (does === 'defines') definedKinds.add(`${host.id} ${kind}`);
    }
    // An undefined name may be resolved now, or get a different suggestion.
    for (const { path, place, references } of this.#tables.users())
      if (
        references.some(
          ({ kind, name }) =>
            (kind === 'provider' && limited.has(place.host.id)) ||
            ((isAnyone || definedKinds.has(`${place.host.id} ${kind}`)) &&
              this.companions(place.host, kind, 'defines', name).length === 0),
        )
      )
        paths.add(path);
  }

  /** The set of plugins that are loaded together determines which of their agents share a name. */
  #addInPlugins(host: Host, paths: Set<string>): void {
    for (const agents of this.#byPath.values())
      for (const { path, place } of agents)
        if (place.host === host && place.location.scope === 'plugin') paths.add(path);
  }
}

const inOrder = (agents: readonly KnownAgent[]): readonly KnownAgent[] =>
  agents.length < 2
    ? agents
    : [...agents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
