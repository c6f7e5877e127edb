// The declaration of a host. A host is data where possible, and code only where it behaves differently from the others (its
// reader, the resolution of tools). Rules and features read these declarations and contain no names of hosts.

import type { Message } from '../../text/message';
import type { Entry, Value } from '../../yaml/value';
import type { Capability } from './capabilities';
import type { CompanionFile, CompanionName, Missing } from './companion';
import type { Delegation } from './delegation';
import type { Beside, EditorFindingKind, EditorSupport } from './editor-support';
import type { Evidence } from './evidence';
import type { GenerationMarker } from './generation-marker';
import type { ModelCatalog } from './models';
import type { NamePrecedence } from './name-precedence';
import type { FieldOutcome, FileOutcome, LossReason, Reason } from './outcome';
import type { PermissionEvaluator, SessionPolicy } from './permission-evaluator';
import type { PermissionOrder } from './permission-order';
import type { Persona, PersonaBuilder, PersonaInput } from './persona';
import type { Place } from './place';
import type { FlawCode, ReadAgent, Reader } from './reading';
import type { Reference, ReferenceKind } from './reference';
import type { ToolCatalog } from './tools';
import type { Choice, Type } from './type';
import type { Usage } from './usage';
import type { Problem } from './verdict';

export interface Location {
  /** A glob relative to the root of a project, a home folder or a plugin. */
  readonly glob: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** `owner`: the host's own folder. `guest`: a folder of another host, which this host reads too. */
  readonly role: 'owner' | 'guest';
  /** The location applies only where this file (a plugin's manifest) exists below the root. */
  readonly beside?: string;
  /** How the host interprets that file. */
  readonly manifest?: ManifestFormat;
  /** File names in the folder that the host ignores: `README.md`. */
  readonly except?: readonly string[];
  /** The host ignores files and folders whose names begin with a dot. */
  readonly skipsHidden?: true;
  /** The key of the host's dialect that applies here, where it has several. */
  readonly dialect?: string;
  /** What other agents call the agent by: its name field, its path below the folder, or its file name. */
  readonly id: 'name-field' | 'path' | 'file-name';
  readonly summary: string;
  readonly evidence: Evidence;
}

/** A setting of a host that adds agent folders or disables its own. */
export interface FolderSettings {
  /** The settings file, relative to a workspace folder: `.vscode/settings.json`. */
  readonly file: string;
  /** What the setting does, and which programs honor it: whole sentences. */
  readonly summary: string;
  /** The key of the setting. An editor's value for this key overrides the settings file. */
  readonly key: string;
  /** The usual endings of agent files in an added folder. */
  readonly endings: readonly string[];
  /** Whether the host treats a file in an added folder as an agent, judging by its path. */
  readonly isAgent: (path: string) => boolean;
  /** Interprets the value of the setting; undefined where it is not set. */
  readonly read: (value: unknown) => FolderSettingValue;
  readonly evidence: Evidence;
}

/** The effect of a value of such a setting. */
export interface FolderSettingValue {
  readonly added: readonly AddedFolder[];
  /** Declared locations of the host that are disabled. */
  readonly disabled: readonly Location[];
  /** Globs that are enabled but ignored, because the host does not expand globs. */
  readonly skipped: readonly string[];
}

export interface AddedFolder {
  /** Relative to a workspace folder, or to the home folder where the location's scope is `user`; may begin with `../`. */
  readonly folder: string;
  readonly location: Location;
}

/** How a host interprets the manifest of a plugin. */
export interface ManifestFormat {
  /**
   * Why the host loads nothing of a plugin with this manifest, as a predicate: `has no "name"`. Null for a valid manifest.
   * @param value the parsed JSON.
   */
  readonly fault: (value: unknown) => string | null;
  /** The key that lists agent files. Where it is present, only the listed files are agents, wherever in the plugin they are. */
  readonly listedBy: string;
}

/** What a host does about an invalid, empty or missing value. */
export interface Consequence {
  readonly outcome: FieldOutcome;
  /** The outcome of the whole file, where it is affected. */
  readonly file?: Exclude<FileOutcome, 'loads'>;
  readonly reason?: Reason;
  /** A sentence with `{host}`: `{host} ignores it.` */
  readonly effect: Message;
  /** The field restricts the agent, and the restriction is lost. */
  readonly losesLimit?: true;
  /** It happens only when agents are listed, so not where the file was ignored or refused before. */
  readonly late?: true;
}

export interface Field {
  /** What the field does, in one sentence. */
  readonly summary: string;
  readonly type: Type;
  readonly otherwise: Consequence;
  /** What happens to `key:` without a value, where that differs from other invalid values. */
  readonly empty?: Consequence | 'accepted';
  /** The behavior when the field is missing: a sentence. */
  readonly absent: string;
  /** What the host does when the field is missing. Absent for optional fields. */
  readonly required?: Consequence;
  readonly deprecated?: {
    readonly by?: string;
    readonly effect: Message;
    /** True in the deprecated field means false in its replacement. */
    readonly opposite?: true;
    /** Deprecated only where the replacement is present too. */
    readonly onlyBeside?: true;
  };
  /** The numbers that model providers accept, where the host itself checks no bounds. */
  readonly range?: {
    readonly min: number;
    readonly max: number;
    /** A sentence with `{host}`. */
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Why a valid value has no effect here: a sentence with `{host}`. */
  readonly noEffect?: Message;
  /** The field is known, but never completed. */
  readonly unoffered?: true;
  /** The YAML that completion inserts after the key; `$1` is the first tab stop. */
  readonly snippet?: string;
  /** Further details for the hover. */
  readonly details?: string;
  /** A check of what `type` cannot express. Null: check the value by `type` alone. */
  readonly judge?: (value: Value) => CustomCheckResult | null;
  /** It controls what the agent may do without asking, or code that the host runs: no fix changes it without the user's consent. */
  readonly governs?: 'permission' | 'code';
  /**
   * Values meant to restrict the agent, including those of other programs, each with the capabilities it denies. Any other
   * invalid value loses no restriction. Compared ignoring case, hyphens and underscores.
   */
  readonly limitWords?: Readonly<Record<string, readonly Capability[]>>;
  /** What the field is for, so that rules and features need not know its name. */
  readonly role?: FieldRole;
  /** Only displayed, or read by other programs: it does not change how the agent works. */
  readonly isForDisplay?: true;
  readonly evidence: Evidence;
}

/** The result of a field's own check of its value. */
export interface CustomCheckResult {
  readonly outcome: FieldOutcome;
  readonly problems: readonly Problem[];
  /** What the host does about the problems; absent where there are none. */
  readonly otherwise?: Consequence;
}

export type FieldRole =
  | 'name'
  | 'description'
  | 'tools'
  | 'denied-tools'
  | 'model'
  | 'color'
  | 'mode'
  | 'permission'
  | 'hooks'
  | 'disable'
  | 'user-invocable'
  | 'model-invocable'
  | 'hidden';

export interface UnknownFields {
  readonly outcome: FieldOutcome;
  /** A sentence with `{host}`. */
  readonly effect: Message;
  /** Keys that authors write by mistake, with the field they mean: `allowed-tools` for `tools`. */
  readonly meant: Readonly<Record<string, string>>;
  /** Keys that the host's documentation recommends although the host itself ignores them. */
  readonly options?: { readonly keys: readonly string[]; readonly evidence: Evidence };
  /** A check for keys that are ignored only as long as their value contains nothing important. */
  readonly judge?: (entry: Entry) => CustomCheckResult | null;
  readonly evidence: Evidence;
}

export interface FlawOutcome {
  readonly outcome: FileOutcome;
  readonly reason: Reason;
  /** It happens only when agents are listed, so not where the file was ignored or refused before. */
  readonly late?: true;
  /** A sentence with `{host}`. */
  readonly effect: Message;
}

/** How a list of tools is written as permission rules that allow these tools and no others. */
export interface AllowList {
  readonly field: string;
  /** The key and action for all tools that are not listed. */
  readonly others: readonly [string, string];
  /** The action for a listed tool. */
  readonly named: string;
  /** The keys of one rule, where the rules are a list of maps instead of a map. */
  readonly asList?: { readonly name: string; readonly use: string; readonly action: string };
}

/** A dialect of a host: the fields, tools and values that it supports in one kind of place. */
export interface Dialect {
  readonly fields: Readonly<Record<string, Field>>;
  readonly unknownField: UnknownFields;
  readonly tools: ToolCatalog;
  readonly models: ModelCatalog;
  /** The colors that the host supports. */
  readonly colors: readonly Choice[];
  readonly flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>>;
  /** The effect on an agent that is selected by its description and has none. */
  readonly undescribed?: {
    readonly is: (persona: Persona) => boolean;
    /** A sentence with `{host}`. */
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Present where a list of tools is written as permission rules. */
  readonly allowList?: AllowList;
  /** The precedence of permission rules, where one may override another. */
  readonly permissionOrder?: PermissionOrder;
  /** How permission rules are evaluated, where the host has such rules. */
  readonly evaluator?: PermissionEvaluator;
  /** How the file affects the permissions of the session, where the session decides instead of rules. */
  readonly session?: SessionPolicy;
}

/** A form in which a prompt mentions an agent. */
export interface MentionForm {
  /** A string that every match contains, so that most prompts need no search. */
  readonly contains: string;
  /** With the flags `d` and `g`; the first group is the name. */
  readonly form: RegExp;
}

export interface Host {
  readonly id: string;
  /** The product name: `Claude Code`. */
  readonly name: string;
  /** The version against which the declaration was verified. */
  readonly version: string;
  /** The ISO date of that verification. */
  readonly verified: string;
  /** The npm package of the program. */
  readonly package: string;
  /**
   * The id of the host of which this is another generation, in the same folders. A profile is used only when it is requested
   * by its id or when the project uses that generation.
   */
  readonly profileOf?: string;
  /** The generation of the program, such as `1`, where several are known. */
  readonly generation?: string;
  /** How to detect the generation that a project uses, most reliable first. Only on the host that has profiles. */
  readonly generationSigns?: readonly GenerationMarker[];
  /** The id of the host it was forked from: a file outside of all folders that fits both is attributed to the original. */
  readonly forkOf?: string;
  readonly locations: readonly Location[];
  readonly folderSettings?: FolderSettings;
  /** Folders that it no longer reads. `effect` is a sentence with `{host}`. */
  readonly formerly?: readonly {
    readonly glob: string;
    readonly effect: Message;
    /** What the editor's built-in support reports about such a file. */
    readonly builtin?: EditorFindingKind;
    readonly evidence: Evidence;
  }[];
  /** Files that make their folder a plugin of this host. Agents of a plugin are loaded only where it is installed. */
  readonly pluginManifests?: { readonly files: readonly string[]; readonly evidence: Evidence };
  /** The path of an agent file in a project; `{name}` stands for its base name. */
  readonly ownFile: string;
  /** The first applies where a location names none. */
  readonly dialects: Readonly<Record<string, Dialect>>;
  /** How often authors use each value, for the order of completions. Absent where no files were counted. */
  readonly usage?: Usage;
  /** Selects the dialect by the content of the file: a key of `dialects`. */
  readonly dialectOf?: (agent: ReadAgent, place: Place) => string;
  readonly reader: Reader;
  readonly persona: PersonaBuilder;
  /** What an agent refers to (agents, skills, servers, files), in source order. Absent where no field contains references. */
  readonly references?: (input: PersonaInput) => readonly Reference[];
  /**
   * How a prompt mentions an agent so that the host itself, or the tool that it names, acts on it. Absent where none is known:
   * then `@name` is only read by the model.
   */
  readonly mentions?: readonly MentionForm[];
  /** What an agent defines for itself alone: its own MCP servers. */
  readonly brings?: (input: PersonaInput) => readonly CompanionName[];
  /** Companion files: they define what agents refer to (MCP servers, skills), or refer to agents (settings, commands). */
  readonly neighbours?: readonly CompanionFile[];
  /** What happens when a reference has no target. Absent for kinds of references that were not tested. */
  readonly missing?: Readonly<Partial<Record<ReferenceKind, Missing>>>;
  /** What happens to an agent that settings deny or disable; `word` is the participle. `effect` is a sentence with `{host}`. */
  readonly denied?: {
    readonly word: string;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Which of several agents with one name takes precedence. Absent where unknown. */
  readonly sameName?: NamePrecedence;
  /** How its agents may call each other. Absent where unknown. */
  readonly delegation?: Delegation;
  /** The tokens that names and descriptions of all agents may have together before the host warns; `effect` is a sentence with `{host}`. */
  readonly descriptionLimit?: {
    readonly tokens: number;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** For hosts that are editors: their built-in support for a document. Null where there is none. */
  readonly builtin?: (beside: Beside) => EditorSupport | null;
  /** The content of a new file as a snippet with the tab stops `$1`, `$2`... */
  readonly skeleton: string;
  /** The largest file that the host reads, in bytes (UTF-8). Absent where there is no limit. */
  readonly maxBytes?: number;
  /** Services that also read the files in this host's project folders, without being hosts themselves. */
  readonly alsoReadBy?: readonly {
    /** Such as `GitHub's cloud agent`. */
    readonly name: string;
    /** The documented maximum length of a prompt, in UTF-16 units. */
    readonly maxPrompt: number;
    /** Whether it reads this file. */
    readonly reads: (agent: ReadAgent) => boolean;
    readonly evidence: Evidence;
  }[];
  /** The prompt can prevent the agent from loading, so a verdict is needed after every edit of it. */
  readonly readsPrompt?: true;
}

export type { LossReason };
