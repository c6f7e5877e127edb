// What rules can query about the other agents and files of the workspace. The workspace index implements it.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Mention } from '../hosts/judge/mentions/mentions';
import type { SlashName } from '../hosts/judge/mentions/skill-calls';
import type {
  CompanionName,
  CompanionNameRole,
  Definable,
  Reference,
  ReferenceKind,
} from '../hosts/model/companion';
import type { Host } from '../hosts/model/host';
import type { FileOutcome, Reason } from '../hosts/model/outcome';
import type { OverriddenSetting, ToolLimit } from '../hosts/model/persona';
import type { Place } from '../hosts/model/place';
import type { Privilege } from '../hosts/model/privileges';
import type { Skill } from '../hosts/model/skill';
import type { Capability } from '../hosts/model/tool-purposes';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

/** An agent file as one host reads it, without its text. */
export interface KnownAgent {
  readonly path: string;
  readonly place: Place;
  readonly outcome: FileOutcome;
  readonly reason: Reason | null;
  readonly runs: boolean | null;
  /** Why the host does not load the agent; null if it does. */
  readonly cause: Message | null;
  /** The name by which other agents call it; null where there is no agent. */
  readonly id: string | null;
  /** If this file is no agent but prevents others of its name from being loaded, that name; null for nearly all files. */
  readonly shadows: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** As the host sends it. */
  readonly model: string | null;
  /** As written, where it is one name. */
  readonly writtenModel: string | null;
  readonly color: string | null;
  /** Null for every tool. */
  readonly tools: readonly string[] | null;
  /** Where `tools` is null: what limits them all the same, or that they are not known. */
  readonly toolLimit: ToolLimit | null;
  /** The names in its list of tools in a normalized spelling, sorted, without those of MCP servers; null without a list. */
  readonly writtenTools: string | null;
  /** Names in its list that only an MCP server or an extension can provide. */
  readonly unverified: readonly string[];
  /** The place of its name in the file; null if the name comes from the path. */
  readonly nameSpan: Span | null;
  readonly references: readonly Reference[];
  /** Words in its prompt that may be names of agents. */
  readonly mentions: readonly Mention[];
  /** Words after a slash in its prompt, which may be names of skills and commands. */
  readonly skillCalls: readonly SlashName[];
  /** Words in its prompt that a phrase such as "delegate to" precedes, and that may be names of agents. */
  readonly delegates: readonly string[];
  /** What its tools let it do, beginning with the most harmless. */
  readonly capabilities: readonly Capability[];
  /** Whether it can change files and run commands. */
  readonly privileges: readonly Privilege[];
  /** The same, if each denial removed only what it names. */
  readonly intendedPrivileges: readonly Privilege[];
  /** It has the tool for calling agents, without which a list of agents has no effect. */
  readonly canCall: boolean;
  /** It is denied a tool for calling agents, although it has others. */
  readonly deniesCalls?: true;
  /** A user can start a session with it. */
  readonly leads: boolean;
  /** Why a configuration cannot name it as the agent with which a session begins; null where it can, or where that is unknown. */
  readonly unfit: 'subagent' | 'hidden' | null;
  /** The host offers it to agents that do not name it. */
  readonly isOffered: boolean;
  /** What it defines only for itself: its own MCP servers. */
  readonly defines: readonly CompanionName[];
  /** Its file states that it is enabled, which overrides every configuration. */
  readonly staysOn: boolean;
  /** It loads, but the host does not apply a limit that the file sets, which is reported as an error. */
  readonly losesLimit: boolean;
  /** What configurations set for it and its file overrides. */
  readonly overrides: readonly OverriddenSetting[];
  /** The configurations that define it too, relative to the root of its project. */
  readonly mergedWith: readonly string[];
  /** It is defined in a configuration file and not evaluated. */
  readonly isConfigured: boolean;
}

/** A skill or a command as one host lists it, without its text. */
export interface KnownSkill {
  readonly path: string;
  readonly place: Place;
  readonly outcome: FileOutcome;
  readonly reason: Reason | null;
  /** Null where the host loads none from the file. */
  readonly skill: Skill | null;
  /** Why it does not load; null where it does, or where that is not known. */
  readonly cause: Message | null;
}

/** A name in a configuration, skill or command file, as one host reads it. */
export interface KnownName extends CompanionName {
  readonly path: string;
  readonly host: Host;
  readonly scope: 'project' | 'user' | 'plugin';
  /** The root of the project, home or plugin that the file belongs to. */
  readonly root: string;
  /** Of what a plugin defines: the name with that of the plugin. */
  readonly fullName?: string;
}

/** The path for messages: relative to the root, with `~` for the user's home. */
export const shortPathOf = ({ path, root, scope }: KnownName): string => {
  const below = root === '' ? path : path.slice(root.length + 1);
  return scope === 'user' ? `~/${below}` : below;
};

/** A file or folder in a folder. */
interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface WorkspaceView {
  /** The number of known files. */
  readonly size: number;
  /** Changes whenever an answer may change. */
  readonly revision: number;
  /** All agents with this id in the host, in the order of their paths. */
  readonly called: (host: Host, id: string) => readonly KnownAgent[];
  /** All agents with this id in any host, in no particular order: nearly always those of one file. */
  readonly inAnyHost: (id: string) => readonly KnownAgent[];
  /** Files that are no agents but may prevent agents with this id from being loaded, in the order of their paths. */
  readonly shadowing: (host: Host, id: string) => readonly KnownAgent[];
  /** The agents with a reference to this id, in the order of their paths. */
  readonly callers: (host: Host, id: string) => readonly KnownAgent[];
  /** The agents whose prompts mention this id or delegate to it, in the order of their paths. */
  readonly mentioning: (host: Host, id: string) => readonly KnownAgent[];
  /** The skills and commands of the host, in no particular order. */
  readonly skillsOf: (host: Host) => readonly KnownSkill[];
  /** The distinct ids of all agents of the host, sorted. */
  readonly ids: (host: Host) => readonly string[];
  /** Where companion files define, name or deny something of this name, in the order of their paths. */
  readonly companions: (
    host: Host,
    kind: ReferenceKind,
    does: CompanionNameRole,
    name: string,
  ) => readonly KnownName[];
  /** The distinct names of that kind that companion files define, or use in the given role, sorted. */
  readonly definedNames: (
    host: Host,
    kind: ReferenceKind,
    does?: CompanionNameRole,
  ) => readonly string[];
  /** Whether the host has a companion file that may define names of that kind and could not be read. */
  readonly isUnread: (host: Host, kind: ReferenceKind) => boolean;
  /** Whether it has one that could never be read. Of others the names of the last readable state are known. */
  readonly isUnknown: (host: Host, kind: ReferenceKind) => boolean;
  /** Whether a file exists, by its absolute path; null where that cannot be determined. */
  readonly hasFile: ((path: string) => boolean) | null;
  /** Whether the system runs the file at an absolute path directly; null for no file, or where that cannot be determined. */
  readonly isExecutable: ((path: string) => boolean | null) | null;
  /** What is in a folder, by its absolute path; null where that cannot be determined. */
  readonly entriesIn: ((folder: string) => readonly FolderEntry[]) | null;
  /** The user's home folder; null where there is none. */
  readonly home: string | null;
  /** The files of the user's home are known too, and every file could be read. */
  readonly seesAll: boolean;
  /** The workspace was searched for other files: a file without others really has none. */
  readonly seesWorkspace: boolean;
}

/** A workspace without other files. */
export const alone: WorkspaceView = {
  size: 0,
  revision: 0,
  called: () => [],
  inAnyHost: () => [],
  shadowing: () => [],
  callers: () => [],
  skillsOf: () => [],
  mentioning: () => [],
  ids: () => [],
  companions: () => [],
  definedNames: () => [],
  isUnread: () => false,
  isUnknown: () => false,
  hasFile: null,
  isExecutable: null,
  entriesIn: null,
  home: null,
  seesAll: false,
  seesWorkspace: false,
};

/** What companion files define, and which files exist. */
export type Definitions = Pick<
  WorkspaceView,
  'companions' | 'definedNames' | 'isUnread' | 'isUnknown' | 'hasFile' | 'isExecutable'
>;

/** These definitions, with the names of a file as it is now. */
export const withNames = (known: Definitions, names: readonly KnownName[]): Definitions => ({
  companions: (host, kind, does, name) => {
    const own = names.filter(
      (one) => one.host === host && one.kind === kind && one.does === does && one.name === name,
    );
    return own.length > 0 ? own : known.companions(host, kind, does, name);
  },
  definedNames: (host, kind, does = 'defines') => {
    const own = names.flatMap((one) =>
      one.host === host && one.kind === kind && one.does === does ? [one.name] : [],
    );
    return [...new Set([...own, ...known.definedNames(host, kind, does)])].sort();
  },
  isUnread: known.isUnread,
  isUnknown: known.isUnknown,
  hasFile: known.hasFile,
  isExecutable: known.isExecutable,
});

/** A finding that may not hold because of other files. */
interface Conditional {
  readonly host: string | null;
  readonly unlessDefined?: readonly Definable[] | undefined;
  readonly unlessFiles?: readonly string[] | undefined;
  readonly unlessExecutable?: string | undefined;
}

export const isConditional = ({
  unlessDefined,
  unlessFiles,
  unlessExecutable,
}: Omit<Conditional, 'host'>): boolean =>
  unlessDefined !== undefined || unlessFiles !== undefined || unlessExecutable !== undefined;

/**
 * Whether companion files define none of the names because of which the finding would not hold, as far as is known, and the files
 * because of which it would not hold are known to be absent, or not to be executable.
 */
export function isHolding(
  catalog: HostCatalog,
  { host: id, unlessDefined = [], unlessFiles, unlessExecutable }: Conditional,
  definitions: Definitions,
): boolean {
  if (unlessFiles?.some((file) => definitions.hasFile?.(file) !== false)) return false;
  if (unlessExecutable !== undefined && definitions.isExecutable?.(unlessExecutable) !== false)
    return false;
  const found = id === null ? undefined : catalog.hostById(id);
  if (!found || unlessDefined.length === 0) return true;
  const host = catalog.mainOf(found);
  return !unlessDefined.some(
    ({ kind, name, wild }) =>
      definitions.isUnknown(host, kind) ||
      definitions.companions(host, kind, 'defines', name).length > 0 ||
      (wild && definitions.definedNames(host, kind).some((one) => wild.test(one))),
  );
}
