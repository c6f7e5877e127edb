// The words a host is declared in. A host is data first; it brings code only where it has a will of its own
// (its reader, the way it resolves tools). Rules and features ask these declarations and know no host by name.

import type { Entry, Value } from '../agent/value';
import type { Message } from '../text/message';
import type { Beside, Builtin, BuiltinKind } from './builtin';
import type { Capability } from './capabilities';
import type { Delegation } from './delegation';
import type { Evidence } from './evidence';
import type { FieldFate, FileFate, LostWhy, Reason } from './fate';
import type { GenerationSign } from './generation-sign';
import type { ModelCatalogue } from './models';
import type { Missing, NeighbourFile, NeighbourName } from './neighbour';
import type { PermissionOrder } from './permission-order';
import type { Persona, PersonaInput, PersonaMaker } from './persona';
import type { Place } from './place';
import type { FlawCode, ReadAgent, Reader } from './reading';
import type { Reference, ReferenceKind } from './reference';
import type { SameName } from './same-name';
import type { ToolCatalogue } from './tools';
import type { Choice, Type } from './type';
import type { Usage } from './usage';
import type { Problem } from './verdict';
import type { SessionSays, Weighing } from './weighing';

export interface Location {
  /** A glob below the root of a project, a home or a plugin. */
  readonly glob: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** An owner's own folder; a guest reads what is another's. */
  readonly role: 'owner' | 'guest';
  /** Below the root, only where this file is there too (a plugin's manifest). */
  readonly beside?: string;
  /** What the host makes of that file. */
  readonly manifest?: ManifestRules;
  /** Names in the folder that the host passes over: `README.md`. */
  readonly except?: readonly string[];
  /** Files and folders whose names begin with a dot are passed over. */
  readonly skipsHidden?: true;
  /** Which of the host's dialects is spoken here, where it has several. */
  readonly dialect?: string;
  /** How others call the agent: by its name field, by its path below the folder, or by its file's name. */
  readonly id: 'name-field' | 'path' | 'file-name';
  readonly summary: string;
  readonly evidence: Evidence;
}

/** A setting of a host that adds folders of agents, and disables its own. */
export interface FolderSettings {
  /** The file of a workspace folder that may hold it: `.vscode/settings.json`. */
  readonly file: string;
  /** What the setting does, and which programs honor it: whole sentences. */
  readonly summary: string;
  /** Its key there. An editor is asked for it under this name, and its answer replaces what the file holds. */
  readonly key: string;
  /** How the names of agents in an added folder usually end. */
  readonly endings: readonly string[];
  /** Whether the host takes a file for an agent, by its path alone, where a setting adds its folder. */
  readonly isAgent: (path: string) => boolean;
  /** @param value of the setting; undefined where it is not set. */
  readonly read: (value: unknown) => FolderChoice;
  readonly evidence: Evidence;
}

/** What one value of such a setting says. */
export interface FolderChoice {
  readonly added: readonly AddedFolder[];
  /** Locations of the host, as declared, that are not read. */
  readonly disabled: readonly Location[];
  /** Globs that are switched on, and that the host skips because it does not expand them. */
  readonly skipped: readonly string[];
}

export interface AddedFolder {
  /** Below a workspace folder, or below the user's home where the location's scope is `user`; may begin with `../`. */
  readonly folder: string;
  readonly location: Location;
}

/** A plugin's manifest, as its host reads it. */
export interface ManifestRules {
  /**
   * Why the host loads nothing of a plugin with this manifest; completes "its manifest ...". Null for one that it takes.
   * @param value what its JSON holds.
   */
  readonly fault: (value: unknown) => string | null;
  /** A key in it: where it stands, the files that it names are agents wherever they lie in the plugin, and no others. */
  readonly listedBy: string;
}

/** What a host does with a value that is not of the field's type. */
export interface Otherwise {
  readonly fate: FieldFate;
  /** Where the whole file pays for it. */
  readonly file?: Exclude<FileFate, 'loads'>;
  readonly reason?: Reason;
  /** `{host} ignores it.` */
  readonly effect: Message;
  /** The field limits what the agent may do, and the limit is lost. */
  readonly losesLimit?: true;
  /** It comes to that when agents are listed: not where the file is lost before. */
  readonly late?: true;
}

export interface Field {
  /** One sentence, plain words. */
  readonly summary: string;
  readonly type: Type;
  readonly otherwise: Otherwise;
  /** Where `key:` with nothing behind it fares differently from other wrong values. */
  readonly empty?: Otherwise | 'accepted';
  /** What holds when the field is absent. */
  readonly absent: string;
  /** Absent, the host does this. */
  readonly required?: Otherwise;
  readonly deprecated?: {
    readonly by?: string;
    readonly effect: Message;
    /** What is true in the one is false in the other. */
    readonly opposite?: true;
    /** Only where both are there does it matter which one is written. */
    readonly onlyBeside?: true;
  };
  /** Numbers that the host accepts, and that no model provider does outside of these bounds. */
  readonly range?: {
    readonly min: number;
    readonly max: number;
    /** A sentence with `{host}`. */
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Present and right, and yet of no effect here: says why. */
  readonly noEffect?: Message;
  /** Known, so that its effect can be told, but never offered. */
  readonly unoffered?: true;
  /** Written in YAML, what a snippet offers behind the key; `$1` is the first stop. */
  readonly snippet?: string;
  /** More than a sentence: for the hover. */
  readonly details?: string;
  /** For values whose parts fare differently: finds what `type` cannot say. Null: judge by `type` alone. */
  readonly judge?: (value: Value) => FieldJudgement | null;
  /** It says what the agent may do without asking, or makes the host run something: no fix touches it unseen. */
  readonly governs?: 'permission' | 'code';
  /**
   * Words with which an author limits the agent here, those of other programs among them, and what each denies for good.
   * Of a value that is none of them and not accepted nothing is lost. Compared without case, hyphens and underscores.
   */
  readonly limitWords?: Readonly<Record<string, readonly Capability[]>>;
  /** Which part it plays in the persona, so that rules and features need not know its name. */
  readonly role?: FieldRole;
  /** Only shown to a person, or a mark for other programs: the agent works the same without it. */
  readonly isForDisplay?: true;
  readonly evidence: Evidence;
}

/** What a field's own code found in its value. */
export interface FieldJudgement {
  readonly fate: FieldFate;
  readonly problems: readonly Problem[];
  /** What the host does about them; absent where there are none. */
  readonly otherwise?: Otherwise;
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
  readonly fate: FieldFate;
  /** A sentence with `{host}`. */
  readonly effect: Message;
  /** Keys that authors write in place of a real one: `allowed-tools` for `tools`. */
  readonly meant: Readonly<Record<string, string>>;
  /** Keys that the host's documentation tells authors to write, although the host itself does nothing with them. */
  readonly options?: { readonly keys: readonly string[]; readonly evidence: Evidence };
  /** For keys that are passed over only as long as nothing of weight stands below them. */
  readonly judge?: (entry: Entry) => FieldJudgement | null;
  readonly evidence: Evidence;
}

export interface FlawFate {
  readonly fate: FileFate;
  readonly reason: Reason;
  /** It comes to that when agents are listed: not where the file is lost before. */
  readonly late?: true;
  /** A sentence with `{host}`. */
  readonly effect: Message;
}

/** Names of tools as a map of rules. */
export interface AllowList {
  readonly field: string;
  /** Key and action for everything that is not named. */
  readonly others: readonly [string, string];
  /** The action for a tool that is named. */
  readonly named: string;
  /** The keys of a rule, where the rules are a list of maps and no map. */
  readonly asList?: { readonly name: string; readonly use: string; readonly action: string };
}

/** One dialect of a host: the fields it knows in one kind of place. */
export interface Dialect {
  readonly fields: Readonly<Record<string, Field>>;
  readonly unknownField: UnknownFields;
  readonly tools: ToolCatalogue;
  readonly models: ModelCatalogue;
  /** Colours that the host shows, each with its look. */
  readonly colors: readonly Choice[];
  readonly flaws: Readonly<Partial<Record<FlawCode, FlawFate>>>;
  /** An agent that is to be chosen by its description, and has none. */
  readonly undescribed?: {
    readonly is: (persona: Persona) => boolean;
    /** A sentence with `{host}`. */
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Where a list of tools is written as rules: these and no others. */
  readonly allowList?: AllowList;
  /** Where the host has permission rules of which one may overrule another. */
  readonly permissionOrder?: PermissionOrder;
  /** Where rules decide on single acts: how they are weighed. */
  readonly weighing?: Weighing;
  /** Where the session decides on them: what the file says to it. */
  readonly session?: SessionSays;
}

export interface Host {
  readonly id: string;
  /** As its makers write it: `Claude Code`. */
  readonly name: string;
  /** The version its knowledge was checked against. */
  readonly version: string;
  /** ISO date of that check. */
  readonly verified: string;
  /** The npm package that the program comes in. */
  readonly package: string;
  /**
   * Another generation of that host, in the same folders. It is no owner beside it: only who asks for it by its id is
   * told what it does.
   */
  readonly profileOf?: string;
  /** Which generation of the program this is, where another is known: `1`. */
  readonly generation?: string;
  /** What says which generation a project uses, the most certain first; of the host that has profiles. */
  readonly generationSigns?: readonly GenerationSign[];
  /** The host whose program it was made from: a text outside every folder that suits both was written for that one. */
  readonly forkOf?: string;
  readonly locations: readonly Location[];
  readonly folderSettings?: FolderSettings;
  /** Folders that it read once. Completes "<Host> does not read this file: ...". */
  readonly formerly?: readonly {
    readonly glob: string;
    readonly effect: Message;
    /** What the editor's own support reports of such a file. */
    readonly builtin?: BuiltinKind;
    readonly evidence: Evidence;
  }[];
  /** Files that make the folder around them a plugin of this host, whose agents count only where it is installed. */
  readonly pluginManifests?: { readonly files: readonly string[]; readonly evidence: Evidence };
  /** Where a project keeps its agents; `{name}` is the file's base name. */
  readonly ownFile: string;
  /** The first is spoken where a location names none. */
  readonly dialects: Readonly<Record<string, Dialect>>;
  /** What authors write most, for the order of completions. Absent where no files were counted. */
  readonly usage?: Usage;
  /** Where the text itself decides on the dialect: the key of one of `dialects`. */
  readonly dialectOf?: (agent: ReadAgent, place: Place) => string;
  readonly reader: Reader;
  readonly persona: PersonaMaker;
  /** What an agent of this host names that lies elsewhere, in source order. Absent where none of its fields does. */
  readonly references?: (input: PersonaInput) => readonly Reference[];
  /**
   * How prose names an agent so that the host itself acts on it; the first group holds the name. With the flags `d` and `g`.
   * Absent where that is not known: `@name` then speaks to the model alone.
   */
  readonly mentions?: readonly RegExp[];
  /** What an agent brings along for itself and no other: its own MCP servers. */
  readonly brings?: (input: PersonaInput) => readonly NeighbourName[];
  /** The files beside its agents that bring what they name, or name them. */
  readonly neighbours?: readonly NeighbourFile[];
  /** What becomes of an agent that uses what is not there. Absent for kinds that were not measured. */
  readonly missing?: Readonly<Partial<Record<ReferenceKind, Missing>>>;
  /** What it does with an agent that its settings deny, or switch off: `word`. `effect` is a sentence with `{host}`. */
  readonly denied?: {
    readonly word: string;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** Of several agents of one name, which is the one. Absent where that is not known. */
  readonly sameName?: SameName;
  /** What becomes of calls among its agents. Absent where that is not known. */
  readonly delegation?: Delegation;
  /** How many tokens the names and descriptions of all agents may have before it complains. `effect` is a sentence with `{host}`. */
  readonly descriptionLimit?: {
    readonly tokens: number;
    readonly effect: Message;
    readonly evidence: Evidence;
  };
  /** An editor among the hosts: what it shows for a document by itself. Null where it shows nothing. */
  readonly builtin?: (beside: Beside) => Builtin | null;
  /** A whole new file; `$1`... are the stops. */
  readonly skeleton: string;
  /** Bytes (UTF-8) above which the host does not read the file, where there is such a limit. */
  readonly maxBytes?: number;
  /** Services that read the files of this host's own project folders too, and are not hosts here: what is known of them. */
  readonly alsoReadBy?: readonly {
    /** `GitHub's cloud agent` */
    readonly name: string;
    /** The longest prompt that its documentation allows, in UTF-16 units. */
    readonly maxPrompt: number;
    /** Whether it reads this file. */
    readonly reads: (agent: ReadAgent) => boolean;
    readonly evidence: Evidence;
  }[];
  /** What stands in the prompt can cost the agent: it is judged at every key there. */
  readonly readsPrompt?: true;
}

export type { LostWhy };
