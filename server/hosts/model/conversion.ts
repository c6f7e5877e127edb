// What a conversion between hosts needs to know of each: what an agent may do in terms that all hosts share, how the host's
// fields express it, and where else its settings are. The engine in `server/convert` contains no knowledge of a host.

import type { FieldVerdict } from './field-verdict';
import type { Action } from './permission-evaluator';
import type { Persona, ToolVerdict } from './persona';
import type { ToolPurpose } from './tool-purposes';
import type { ToolCatalog } from './tools';

/** Whether tools for a purpose may be used. `exceptions` are in the order of evaluation: the last one that matches wins. */
export interface Grant {
  readonly action: Action;
  /** Commands, paths or names with another action; with the wildcards of OpenCode. */
  readonly exceptions: readonly GrantException[];
}

export interface GrantException {
  readonly pattern: string;
  readonly action: Action;
}

/** Tools of an MCP server; `tool` is null for all of them. */
export interface ServerGrant {
  /** With wildcards where the file has a pattern, which may match the names of several servers. */
  readonly server: string;
  readonly tool: string | null;
  readonly action: Action;
}

/** Whether the names have wildcards, which hosts read differently. */
export const isPattern = ({ server, tool }: Pick<ServerGrant, 'server' | 'tool'>): boolean =>
  /[*?[\]{}]/.test(`${server}${tool ?? ''}`);

/**
 * What an agent may do, in terms that all hosts share. What a host gives to every agent whose file limits nothing counts as the
 * same in all hosts: it belongs to the host and to the settings of its user, and not to the agent.
 */
export interface SharedTools {
  /** Purposes on which the file decides. Any other is decided by `rest`. */
  readonly purposes: Readonly<Partial<Record<ToolPurpose, Grant>>>;
  /** The action for every other tool: other purposes, MCP servers, extensions, and the host's own. */
  readonly rest: Action;
  readonly servers: readonly ServerGrant[];
  /** Granted tools of the host that serve no shared purpose, where `rest` does not allow all tools anyway. */
  readonly others: readonly string[];
  /** The agents that it may call; null for all. */
  readonly callees: readonly string[] | null;
  /** What a file states as a limit although the host grants the whole tool: `Bash(git diff:*)`. */
  readonly intended?: Readonly<Partial<Record<ToolPurpose, readonly GrantException[]>>>;
  /** Purposes for which the host has no tool, so that an agent with every tool has none either. */
  readonly lacks: readonly ToolPurpose[];
  /** Purposes on which the file sets a limit by a name of their own: no tool for another purpose makes up for them. */
  readonly limits?: readonly ToolPurpose[];
}

/** A value of a field that is to be written. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A number or a boolean. */
  | { readonly kind: 'literal'; readonly word: string }
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly form: 'flow' | 'comma' }
  /** A map, as pairs of a key and a value in YAML. */
  | { readonly kind: 'map'; readonly pairs: readonly (readonly [string, string])[] }
  /** A block of YAML that begins with a line break. */
  | { readonly kind: 'block'; readonly yaml: string };

export interface WrittenField {
  readonly key: string;
  readonly value: FieldValue;
}

/** Why a grant cannot be expressed in a host. */
export type Obstacle =
  /** It has no tool for this purpose. */
  | 'no-tool'
  /** Its only tool for this purpose can do more. */
  | 'shared-tool'
  /** It cannot limit a tool to commands, paths or names. */
  | 'patterns'
  /** It cannot require that the user is asked. */
  | 'asking'
  /** It cannot limit which agents are called. */
  | 'callees'
  /** It can deny no single tools, so tools that are not named are left out. */
  | 'unnamed'
  /** It has no form for the name of this MCP server. */
  | 'server';

/** A grant that could not be expressed exactly. */
export interface Inexact {
  /** A purpose, the name of a server's tool, or `tools` for all other tools. */
  readonly part: string;
  readonly obstacle: Obstacle;
  /** The name in this host that would grant more; absent where there is none, so that there is nothing to choose. */
  readonly name?: string;
  /** Everything that this name would grant. Absent: the part alone. */
  readonly grants?: readonly ToolPurpose[];
}

export interface WrittenTools {
  readonly fields: readonly WrittenField[];
  readonly inexact: readonly Inexact[];
}

/** Whether a part should be granted although the host then allows more than the source. */
export type IsWide = (part: string) => boolean;

/** A model independent of the notation of a host. */
export interface SharedModel {
  /** The provider as OpenCode names it: `anthropic`. Null where the notation does not show it. */
  readonly provider: string | null;
  /** The family of a model that stands for its newest version: `sonnet`. */
  readonly alias: string | null;
  /** The identifier with a dot in its version: `claude-sonnet-4.5`. Null for an alias. */
  readonly id: string | null;
}

/** The part of a verdict on which the tools of an agent depend. */
export interface JudgedTools {
  readonly persona: Persona | null;
  readonly tools: readonly ToolVerdict[];
  readonly fields: readonly FieldVerdict[];
}

/** What fields of different hosts have in common: their values are written alike. */
export type SharedField =
  | 'turns'
  | 'effort'
  | 'variant'
  | 'temperature'
  | 'top-p'
  | 'skills'
  | 'display-name'
  | 'argument-hint'
  | 'handoffs'
  | 'target';

/** A map in a field whose entries are sent with each request. */
export interface RequestSettings {
  readonly field: string;
  readonly map: string;
  /** The keys in the map. */
  readonly keys: Readonly<Partial<Record<SharedField, string>>>;
}

export interface HostConversion {
  /** What the agent of this verdict may do. The verdict must have a persona. */
  readonly toolsOf: (verdict: JudgedTools) => SharedTools;
  /**
   * The fields that grant these tools and no others.
   * @param catalog the tools of the version that the file is written for.
   */
  readonly writeTools: (tools: SharedTools, isWide: IsWide, catalog: ToolCatalog) => WrittenTools;
  /**
   * What its author states that the agent may do, where the host does not apply all of it. A conversion starts from that, so that
   * no limit is lost. Absent where it is what `toolsOf` returns.
   */
  readonly statedTools?: (verdict: JudgedTools) => SharedTools;
  /** Fields without a role that decide what the agent may do, so that `toolsOf` or `statedTools` reads them. */
  readonly toolFields: readonly string[];
  /**
   * Fields that decide whether the host asks before the agent changes files or runs commands: what a word does, `check` where the
   * host decides each time. Undefined for one that limits nothing.
   */
  readonly modes?: Readonly<Record<string, (word: string) => Action | 'check' | undefined>>;
  /** Words in `toolFields` that limit nothing, such as one that lets the agent do more. They are accounted for as lost. */
  readonly withoutLimit?: Readonly<Record<string, readonly string[]>>;
  /** Tools without a power of their own, such as one that lists what runs. They are not compared. */
  readonly harmless: readonly string[];
  /** The keys of fields that other hosts have too. */
  readonly fields: Readonly<Partial<Record<SharedField, string>>>;
  /** The words that such a field may hold, where the reader of the host accepts any. */
  readonly words?: Readonly<Partial<Record<SharedField, readonly string[]>>>;
  /**
   * Fields that may limit the agent in a way that only this host knows, such as hooks that block a tool. Those that limit only
   * with one of these keys in their map; null where any value does.
   */
  readonly guards: Readonly<Record<string, readonly string[] | null>>;
  /** The field that defines MCP servers, and the file of the project that defines them for all agents. */
  readonly servers: {
    readonly field?: string;
    readonly file: string;
    /** The key of the map of servers in that file. */
    readonly key: string;
  };
  readonly readModel: (written: string) => SharedModel | null;
  /** Null where the host has no name for the model. */
  readonly writeModel: (model: SharedModel) => string | null;
  /** How the file states who may call the agent: with a mode, with flags, or not at all. */
  readonly invocation: 'mode' | 'flags' | 'none';
  /** It sends unknown fields to the model provider, so that they mean the same in each host that does. */
  readonly sendsUnknownFields?: true;
  /** Where it has settings that others have in fields of their own. */
  readonly requestSettings?: RequestSettings;
  /** Hosts of one family have the same fields with the same meaning. */
  readonly family?: string;
}

/** What a tool for a purpose can do as well in every host, so that no host has a limit between the two. */
const implied: Readonly<Partial<Record<ToolPurpose, readonly ToolPurpose[]>>> = {
  'read-file': ['list-folder'],
  'find-files': ['list-folder'],
  // A shell lists and searches.
  'run-command': ['list-folder', 'find-files', 'search-text'],
  // Notebooks are files.
  'change-file': ['edit-notebook'],
};

/** What another purpose implies, but is a limit of its own where a file denies it: an agent may change all files but notebooks. */
export const ownLimits: readonly ToolPurpose[] = ['edit-notebook'];

/** The purposes and everything that they imply. */
export const withImplied = (purposes: Iterable<ToolPurpose>): ReadonlySet<ToolPurpose> =>
  new Set([...purposes].flatMap((purpose) => [purpose, ...(implied[purpose] ?? [])]));

export const allowed: Grant = { action: 'allow', exceptions: [] };
export const denied: Grant = { action: 'deny', exceptions: [] };

/**
 * With every denial that the file states by name: where another tool of the host does the same, the host applies it to one of the
 * two only, but another host may have no second tool.
 */
export function withDenials(tools: SharedTools): SharedTools {
  const { purposes, limits = [] } = tools;
  const open = limits.filter((purpose) => leastOf(grantFor(tools, purpose)) === 'allow');
  if (open.length === 0) return tools;
  return {
    ...tools,
    purposes: { ...purposes, ...Object.fromEntries(open.map((purpose) => [purpose, denied])) },
  };
}

/** Whether the file decides on the purpose by a name of its own. Notebooks are files in most hosts. */
export const isLimited = ({ limits }: SharedTools, purpose: ToolPurpose): boolean =>
  purpose !== 'edit-notebook' && (limits?.includes(purpose) ?? false);

/** Whether tools for the purpose may be used, including what only `rest` decides. */
export const grantFor = ({ purposes, rest }: SharedTools, purpose: ToolPurpose): Grant =>
  purposes[purpose] ?? { action: rest, exceptions: [] };

/** Higher allows more. */
export const permissiveness: Readonly<Record<Action, number>> = { deny: 0, ask: 1, allow: 2 };

/** The least permissive action of a grant. */
export const leastOf = ({ action, exceptions }: Grant): Action =>
  [action, ...exceptions.map((one) => one.action)].reduce((least, one) =>
    permissiveness[one] < permissiveness[least] ? one : least,
  );

/** The most permissive action of a grant. */
export const mostOf = ({ action, exceptions }: Grant): Action =>
  [action, ...exceptions.map((one) => one.action)].reduce((most, one) =>
    permissiveness[one] > permissiveness[most] ? one : most,
  );
