// Companion files: files next to agents that define what agents refer to (MCP servers, skills), or refer to agents
// themselves (settings, commands). Each host declares its files and where they contain names; one reader reads them all.

import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { Path, Value } from '../../yaml/value';
import type { Evidence } from './evidence';

export interface CompanionFile {
  // Relative to the root of a project, a home folder or a plugin: `.mcp.json`, `skills/*/SKILL.md`, `{a,b}/**/*.md`.
  readonly glob: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** The declaration applies only where this file exists below the same root. */
  readonly requiredFile?: string;
  /** What it defines is also called by the name that this file states, followed by a colon. Without one, that of the folder counts. */
  readonly prefixedBy?: string;
  /** JSON with comments and trailing commas, TOML, or Markdown with a frontmatter and a prompt. */
  readonly format: 'json' | 'toml' | 'frontmatter';
  readonly names: readonly CompanionNameSource[];
  /** How the agents that it defines are judged. Absent where that was not verified: then only their names are known. */
  readonly entries?: EntrySource;
  readonly evidence: Evidence;
}

/** Agents that are entries of a configuration file: objects or tables below a key at the top, by their names. */
export interface EntrySource {
  readonly keys: readonly string[];
  /** The kind of document that each is: a key of the host's `kinds`. */
  readonly kind: string;
  readonly dialect: string;
  /** Whether such a value defines an agent, where the keys may also hold settings. */
  readonly isAgent?: (value: Value) => boolean;
  /** What the program replaces in the text before it parses it. A text that contains it may be invalid JSON until then. */
  readonly replaces?: RegExp;
  /** Other paths are those of files of another host, which this host reads as a guest. Absent where all are its own. */
  readonly ownFiles?: RegExp;
}

export interface CompanionNameSource {
  /** The keys from the top down; `*` for any key. Empty with `as: 'folder'`. */
  readonly at: readonly string[];
  /**
   * What the names are: `keys` of the map; `texts`: the string or each string of a list; `list`: each string of a list, and an
   * empty name for the list itself, because an empty list means something too; `prompts`: mentions in the string;
   * `folder`: the folder of the file; `path`: the path from the glob's folder to the file, separated by colons.
   */
  readonly as: 'keys' | 'texts' | 'list' | 'prompts' | 'folder' | 'path';
  readonly kind: ReferenceKind;
  readonly does: CompanionNameRole;
  /** The name begins with the key that `*` stands for, followed by this separator. */
  readonly after?: string;
  /** What a hover shows of the definition: the paths of values below the key. */
  readonly details?: readonly (readonly string[])[];
  /** What the program replaces in the text before it reads it: the name of such a string in a `list` is `anyName`. */
  readonly replaces?: RegExp;
  /** Only strings that match count; the first group is the name. */
  readonly form?: RegExp;
  /** How completion writes a string of such a form: `Skill({name})`. Absent where it offers none. */
  readonly written?: `${string}{name}${string}`;
  /** A key below the name, next to the value or at the top of a frontmatter, that disables the item when it is true. */
  readonly off?: string;
  /** Only keys whose value is true. */
  readonly isOn?: true;
  /** Only where a string that is not blank is next to the value, under this key. */
  readonly withKey?: string;
  /** Only keys with such a value. */
  readonly fits?: (value: Value) => boolean;
}

/** The name of what may have any name. */
export const anyName = '*';

/** A skill has the name of its folder and the name in its file. */
export const skillNames: readonly CompanionNameSource[] = [
  { at: [], as: 'folder', kind: 'skill', does: 'defines' },
  { at: ['name'], as: 'texts', kind: 'skill', does: 'defines' },
];

/** How a host finds the agent that a call names. */
export interface CallForm {
  /** Whether the name calls the agent with this id. */
  readonly isMeant: (name: string, id: string) => boolean;
}

export type CompanionNameRole =
  /** The file defines it. */
  | 'defines'
  /** The file refers to it: as a default, or as the agent of a command. */
  | 'names'
  /** The file disables or denies it. */
  | 'denies'
  /** The file enables it, and disables everything of its kind that no file enables. */
  | 'enables'
  /** The prompt mentions it, if an agent with this name exists. */
  | 'mentions'
  /** A phrase in the prompt delegates to it, if an agent with this name exists. Its position is not recorded. */
  | 'delegates';

/** One name in such a file. */
export interface CompanionName {
  readonly kind: ReferenceKind;
  readonly does: CompanionNameRole;
  readonly name: string;
  /** The exact span of the name; of the whole value where escapes hide it; the start of the file for a folder's name. */
  readonly span: Span;
  /** The key of the value, where the name is the whole value. */
  readonly key?: string;
  /** What a hover shows of the definition: `limit.context: 32768`. */
  readonly details?: readonly string[];
  /** For a mention: the host itself recognizes this form. */
  readonly isOwnForm?: true;
  /** For a mention that is the argument of a call: how the host finds the agent. */
  readonly call?: CallForm;
}

/** A name that a companion file may define. */
export interface Definable {
  readonly kind: ReferenceKind;
  readonly name: string;
  /** A defined name that matches may stand for any name. */
  readonly wild?: RegExp;
}

/** What a host does with an agent whose reference has no target. */
export interface Missing {
  /** A sentence with `{host}`. */
  readonly effect: Sentence;
  /** What it does with a permission rule on it: a sentence with `{host}`; absent where that was not asked. */
  readonly inRules?: Sentence;
  /** Names that are built into the host. */
  readonly own?: readonly string[];
  /** The spelling of a name in references: `my_db` for `my db`. */
  readonly spelled?: (name: string) => string;
  /** The name of a plugin's server in tool names, from its name in the plugin's file. */
  readonly inPlugin?: (plugin: string, server: string) => string;
  /** Why a target that exists is not available to agents: a sentence with `{host}` and `{name}`. */
  readonly denied?: Sentence;
  /** Names that match are defined outside of the workspace. */
  readonly elsewhere?: RegExp;
  /** The host ignores the case of names. */
  readonly foldsCase?: true;
  /** When to ignore that it is missing, because of sources outside of the workspace: a sentence with `{host}`. */
  readonly others?: Sentence;
  readonly evidence: Evidence;
}

// References from an agent's file to other agents, skills, MCP servers, plugins and files. Each host declares which of its
// fields and forms contain references.

export type ReferenceKind =
  /** Another agent, by the name that this host uses for it. */
  | 'agent'
  | 'skill'
  | 'mcp-server'
  /** Another plugin, by its folder in a list of plugins or by its name in settings. */
  | 'plugin'
  /** A provider of models. */
  | 'provider'
  /** A model of a provider: `provider/model`. */
  | 'model'
  /** A file, by a path relative to the agent's folder or to the root. */
  | 'file'
  /** The description of the agent in a file, by the path of that file. */
  | 'description';

export interface Reference {
  readonly kind: ReferenceKind;
  /** As written, without quotes. */
  readonly name: string;
  /** The span of the name alone. */
  readonly span: Span;
  /** The path of the field; empty in the prompt. */
  readonly path: Path;
  /** What the agent does with the target; `rules` for a permission rule on calling it, `runs` for a script. */
  readonly how: 'calls' | 'hands-over' | 'rules' | 'mentions' | 'uses' | 'runs';
  /** The name is a pattern. */
  readonly isPattern?: true;
  /** The action of a permission rule, where valid. Of several rules that match a name, the last counts. */
  readonly effect?: Effect;
}

export type Effect = 'allow' | 'ask' | 'deny';

export const effectOf = (word: string | undefined): Effect | undefined =>
  word === 'allow' || word === 'ask' || word === 'deny' ? word : undefined;
