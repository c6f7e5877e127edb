// The index of a workspace: agent names per host, references and problems of each file. It stores no text and no syntax tree.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { ReferenceKind } from '../hosts/model/companion';
import type { Host } from '../hosts/model/host';
import type { KnownAgent, KnownName, KnownSkill, WorkspaceView } from '../rules/workspace-view';
import { isShownSame } from './agent-changes';
import { AgentTables } from './agent-tables';
import { companionStore } from './companion-names';
import { rootFor } from './companions/files';
import { detached } from './detached';
import { isSameSkills } from './known-skill';

/** The content of a companion: a file next to the agents. */
export interface CompanionContent {
  readonly names: readonly KnownName[];
  readonly agents: readonly KnownAgent[];
}

/** What the other files of a workspace can know of a file that is no companion. */
export interface FileContent {
  readonly agents: readonly KnownAgent[];
  readonly skills: readonly KnownSkill[];
}

/** What is asked about files around, as far as it can be answered. */
interface Disk {
  readonly has?: (path: string) => boolean;
  readonly home?: string | undefined;
  readonly entries?: NonNullable<WorkspaceView['entriesIn']>;
  readonly isExecutable?: NonNullable<WorkspaceView['isExecutable']>;
}

export class WorkspaceIndex implements WorkspaceView {
  /** Whether a file exists; null if that cannot be determined. */
  readonly hasFile: WorkspaceView['hasFile'];
  readonly home: WorkspaceView['home'];
  readonly entriesIn: WorkspaceView['entriesIn'];
  readonly isExecutable: WorkspaceView['isExecutable'];
  /** The hosts that it knows. */
  readonly catalog: HostCatalog;
  readonly #byPath = new Map<string, readonly KnownAgent[]>();
  readonly #skills = new Map<string, readonly KnownSkill[]>();
  readonly #tables = new AgentTables();
  readonly #companions = companionStore();
  readonly #watchers: (() => void)[] = [];
  #seesHome = false;
  #seesAround = false;
  #revision = 1;

  constructor(catalog: HostCatalog, { has, home, entries, isExecutable }: Disk = {}) {
    this.catalog = catalog;
    this.hasFile = has ?? null;
    this.home = home ?? null;
    this.entriesIn = entries ?? null;
    this.isExecutable = isExecutable ?? null;
  }

  /** Sets the agents of a file, and its skills; empty lists for a deleted file. */
  put(path: string, found: readonly KnownAgent[], skills: readonly KnownSkill[] = []): void {
    this.#putSkills(path, skills);
    // A configuration that is a document too defines nothing as a document.
    if (found.length === 0 && this.at(path).some(({ isConfigured }) => isConfigured)) return;
    this.#putAgents(path, found);
  }

  #putAgents(path: string, found: readonly KnownAgent[]): void {
    const before = this.at(path);
    if (before.length === 0 && found.length === 0) return;
    const agents = detached(found);
    if (!isShownSame(before, agents)) this.#notify();
    this.#revision++;
    for (const agent of before) this.#tables.leave(agent);
    if (agents.length === 0) this.#byPath.delete(path);
    else this.#byPath.set(path, agents);
    for (const agent of agents) this.#tables.enter(agent);
  }

  #putSkills(path: string, skills: readonly KnownSkill[]): void {
    if (isSameSkills(this.skillsAt(path), skills)) return;
    if (skills.length === 0) this.#skills.delete(path);
    else this.#skills.set(path, detached(skills));
    this.#revision++;
    this.#notify();
  }

  /** Sets the content of a companion and the agents that it configures; null for a companion that cannot be read. */
  putCompanion(path: string, found: CompanionContent | null): void {
    const wasUnread = this.#companions.unread.has(path);
    const { version } = this.#companions;
    this.#companions.put(path, found === null ? null : detached(found.names));
    const isOther = version !== this.#companions.version;
    // The graph shows which prompt files and commands name an agent.
    if (isOther) this.#notify();
    if (isOther || wasUnread !== this.#companions.unread.has(path)) this.#revision++;
    const holds = (agents: readonly KnownAgent[]): boolean =>
      agents.some(({ isConfigured }) => isConfigured);
    if (found && (holds(found.agents) || holds(this.at(path)))) this.#putAgents(path, found.agents);
  }

  /** Records the creation or deletion of a file, such as a script that an agent runs. */
  moved(): void {
    this.#revision++;
  }

  /** Records whether the user's own files have been surveyed. */
  seeHome(does: boolean): void {
    if (does !== this.#seesHome) this.#revision++;
    this.#seesHome = does;
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

  skillsAt(path: string): readonly KnownSkill[] {
    return this.#skills.get(path) ?? [];
  }

  /** Every file with a known skill or command, in insertion order. */
  skillPaths(): Iterable<string> {
    return this.#skills.keys();
  }

  /** The agents that prompt files, commands, skills and settings name or mention, in the order of their paths. */
  namedByCompanions(): readonly KnownName[] {
    return this.#companions.namedAgents();
  }

  /** The names in a companion. */
  namesAt(path: string): readonly KnownName[] {
    return this.#companions.at(path);
  }

  /** Every companion that has content or cannot be read. */
  companionPaths(): readonly string[] {
    return this.#companions.paths();
  }

  // The members that rules use are properties, not methods, so that they can be destructured from the index.
  readonly called: WorkspaceView['called'] = (host, id) =>
    sortByPath(this.#tables.called(host, id));
  readonly inAnyHost: WorkspaceView['inAnyHost'] = (id) => this.#tables.inAnyHost(id);
  readonly shadowing: WorkspaceView['shadowing'] = (host, id) =>
    sortByPath(this.#tables.shadowing(host, id));
  readonly mentioning: WorkspaceView['mentioning'] = (host, id) =>
    sortByPath(this.#tables.mentioning(host, id));
  readonly callers: WorkspaceView['callers'] = (host, id) =>
    sortByPath(this.#tables.callers(host, id));
  readonly skillsOf: WorkspaceView['skillsOf'] = (host) =>
    [...this.#skills.values()].flatMap((all) => all.filter(({ place }) => place.host === host));
  readonly ids: WorkspaceView['ids'] = (host) => this.#tables.ids(host);
  readonly companions: WorkspaceView['companions'] = (host, kind, does, name) =>
    this.#companions.companions(host, kind, does, name);
  readonly definedNames: WorkspaceView['definedNames'] = (host, kind, does) =>
    this.#companions.definedNames(host, kind, does);

  readonly isUnread: WorkspaceView['isUnread'] = (host, kind) =>
    mayDefine(host, kind, [...this.#companions.unread]);
  readonly isUnknown: WorkspaceView['isUnknown'] = (host, kind) =>
    mayDefine(host, kind, this.#companions.unknown());

  /** Whether a companion could be read at some time, or was found not to exist. */
  wasRead(path: string): boolean {
    return this.#companions.wasRead(path);
  }

  get seesAll(): boolean {
    return this.#seesHome && this.#companions.unread.size === 0;
  }

  get seesWorkspace(): boolean {
    return this.#seesAround;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Changes with every name in a companion. */
  get companionsVersion(): number {
    return this.#companions.version;
  }

  get size(): number {
    return this.#byPath.size + this.#companions.size;
  }

  #notify(): void {
    for (const changed of this.#watchers) changed();
  }
}

/** Whether one of the files may define names of that kind for a host. */
const mayDefine = (
  { companionFiles = [] }: Host,
  kind: ReferenceKind,
  paths: readonly string[],
): boolean =>
  paths.length > 0 &&
  companionFiles.some(
    ({ glob, names }) =>
      names.some((one) => one.kind === kind && one.does === 'defines') &&
      paths.some((path) => rootFor(glob, path) !== null),
  );

const sortByPath = (agents: readonly KnownAgent[]): readonly KnownAgent[] =>
  agents.length < 2
    ? agents
    : [...agents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
