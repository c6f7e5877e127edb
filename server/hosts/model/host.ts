// The declaration of a host. A host is data where possible, and code only where it behaves differently from the others (its
// reader, the resolution of tools). Rules and features read these declarations and contain no names of hosts.

import type { Syntax } from '../../agent/writer';
import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { Entry, StringValue } from '../../yaml/value';
import type { BodyLanguage } from './body-language';
import type {
  CallForm,
  CompanionFile,
  CompanionName,
  Missing,
  Reference,
  ReferenceKind,
} from './companion';
import type { HostConversion } from './conversion';
import type { Delegation } from './delegation';
import type { Dialect } from './dialect';
import type { EditorDocument, EditorFindingKind, EditorSupport } from './editor-support';
import type { Evidence } from './evidence';
import type { Guards, HooksBefore } from './guards';
import type { GivenFields, LocatedFile } from './located-file';
import type { FolderSettings, Location } from './location';
import type { NamePrecedence } from './name-precedence';
import type { LossReason } from './outcome';
import type { Persona } from './persona';
import type { PersonaBuilder, PersonaInput } from './persona-builder';
import type { PluginFormat } from './plugin';
import type { PluginSwitches } from './plugin-switches';
import type { ReadAgent, Reader } from './reading';
import type { GuardReader, HookScripts, KeyTwice, ToolMatchers } from './settings';
import type { ListBudget, SkillBuilder, SkillToolResolver } from './skill';
import type { NamedSubject, Subject } from './subject';
import type { ToolSettings } from './tool-settings';
import type { Usage } from './usage';
import type { WriteHook } from './write-hook';

export interface AgentStart {
  /** A command line, with `{agent}` for the name. */
  readonly command?: string;
  /** For hosts that are editors: a command of the editor, and the argument that takes the name. */
  readonly editor?: { readonly command: string; readonly argument: string };
  /** Whether an agent that users cannot select from a list can be started by its name. */
  readonly isForHidden: boolean;
  /** The mode of agents that it does not start. */
  readonly exceptMode?: string;
  readonly evidence: Evidence;
}

/** How a person starts a session with a call of a skill or command. */
export interface CallStart {
  /** A command line. `{call}` stands for the call as one word, `{name}` and `{arguments}` for its parts. Absent for an editor. */
  readonly command?: string;
  /** A command of the editor, with which the call is written into its chat and not sent. */
  readonly editor?: {
    readonly command: string;
    /** The property of its argument that takes the call. */
    readonly argument: string;
    readonly others: Readonly<Record<string, boolean>>;
  };
  /** The name in a call; by default the id. */
  readonly nameOf?: (id: string) => string;
  /** What a call begins with. */
  readonly sign: '/' | '$';
  readonly subjects: readonly NamedSubject[];
  readonly evidence: Evidence;
}

/** What decides whether a session can begin with an agent. */
export type Lead = Pick<Persona, 'mode' | 'hidden'>;

/** A setting of the configuration that names the agent with which a session begins. */
export interface DefaultAgent {
  /** Its key, at the top of the file. */
  readonly key: string;
  /** Why no session can begin with such an agent; null where one can. */
  readonly unfit: (agent: Lead) => 'subagent' | 'hidden' | null;
  /** A built-in agent; null for any other name. */
  readonly own: (name: string) => Lead | null;
  /** The built-in agents with which a session can begin. */
  readonly ownNames: readonly string[];
  /** What happens with any other agent: a sentence with `{host}`. */
  readonly effect: Sentence;
  /** What the program replaces in the value before it reads it. */
  readonly replaces: RegExp;
  /** Folders below a project or home folder whose files may define agents that are in no file. */
  readonly pluginFolders: readonly string[];
  readonly evidence: Evidence;
}

/** Settings of the configuration that decide which providers of models are used. */
export interface ProviderSettings {
  /** What happens with a model of a provider that is not used: a sentence with `{host}`. */
  readonly effect: Sentence;
  /** The same for some keys of the configuration that name a model. */
  readonly effectOf: Readonly<Record<string, Sentence>>;
  readonly evidence: Evidence;
}

/** Who a host is, where it looks for files, and what it does with them. */
export interface Host {
  readonly id: string;
  /** The product name: `Claude Code`. */
  readonly name: string;
  /** The version against which the declaration was verified. */
  readonly version: string;
  /** Earlier versions that were asked about the cases that prove facts. Where these differ, facts have a range of versions. */
  readonly olderVersions?: readonly string[];
  /** Later versions that were asked about the same cases and answered as this one. */
  readonly sameVersions?: readonly string[];
  /** It reads agents behind a symbolic link that leads out of the project, and how that is known. Absent: not known. */
  readonly linksOut?: Evidence;
  /** The ISO date of that verification. */
  readonly verified: string;
  /** The npm package of the program. Absent for a host whose program cannot be asked: what is known of it is documented. */
  readonly package?: string;
  /**
   * The id of the host of which this is another generation, in the same folders. A profile is used only when it is requested
   * by its id or when the project uses that generation.
   */
  readonly profileOf?: string;
  /** The generation of the program, such as `1`, where several are known. */
  readonly generation?: string;
  /** How to detect the generation that a project uses, most reliable first. Only on the host that has profiles. */
  readonly generationMarkers?: readonly GenerationMarker[];
  /** The id of the host it was forked from: a file outside of all folders that fits both is attributed to the original. */
  readonly forkOf?: string;
  /**
   * Files in folders of other hosts are not compared with its fields and tools: no author writes these files for it, so a name that
   * only this host has is an ordinary typing mistake there.
   */
  readonly isOnlyInOwnFolders?: true;
  /** How to recognize that an author uses the program, without running anything. Absent for profiles. */
  readonly recognizedBy?: {
    /** Whether it is an editor, so that it is in use while it shows a file. */
    readonly isEditor?: true;
    /** The ids of its extensions for VS Code. */
    readonly extensions?: readonly string[];
    /** Files and folders that it creates in the home folder. */
    readonly home?: readonly string[];
    /** Files and folders that configure it in a project. */
    readonly project?: readonly string[];
    readonly evidence: Evidence;
  };
  readonly locations: readonly Location[];
  readonly folderSettings?: FolderSettings;
  /** Settings that take tools from all agents of a project. */
  readonly toolSettings?: ToolSettings;
  /** What settings decide about the calls of a session. Absent where that was not measured. */
  readonly guards?: Guards;
  /** Absent where it is not known which calls its matchers name. */
  readonly hooksBefore?: HooksBefore;
  /** Folders that it no longer reads, or in which agents are put by mistake. `effect` is a sentence with `{host}`. */
  readonly formerly?: readonly {
    readonly glob: string;
    readonly effect: Sentence;
    /** Where their files belong, next to the folder: `agents`. By default as `ownFile`. */
    readonly movesTo?: string;
    /** What the editor's built-in support reports about such a file. */
    readonly builtin?: EditorFindingKind;
    readonly evidence: Evidence;
  }[];
  /** The path of an agent file in a project; `{name}` stands for its base name. */
  readonly ownFile: string;
  /** Companion files: they define what agents refer to (MCP servers, skills), or refer to agents (settings, commands). */
  readonly companionFiles?: readonly CompanionFile[];
  /** How a person starts a conversation with an agent. Absent where that was not verified. */
  readonly start?: AgentStart;
  /** How a person starts a session with a call of a skill or command. Absent where that was not verified. */
  readonly startsCalls?: CallStart;
  /** How it reads plugins. Absent where it has none, or where that is not known. */
  readonly plugins?: PluginFormat | 'unmeasured';
  /** How it runs a command after its model has written a file. Absent where it has no such hook, or where it was not measured. */
  readonly writeHook?: WriteHook;
  /** For hosts that are editors: their built-in support for a document. Null where there is none. */
  readonly editorSupport?: (document: EditorDocument) => EditorSupport | null;
  /** The first applies where a location names none. */
  readonly dialects: Readonly<Record<string, Dialect>>;
  /** How often authors use each value, for the order of completions. Absent where no files were counted. */
  readonly usage?: Usage;
  /** Selects the dialect by the content of the file: a key of `dialects`. */
  readonly dialectOf?: (agent: ReadAgent, place: LocatedFile) => string;
  /** The kinds of document in which it has agents. A location names the kind that it contains. */
  readonly kinds: DocumentKinds;
  /**
   * How a prompt mentions an agent so that the host itself, or the tool that it names, acts on it. Absent where none is known:
   * then `@name` is only read by the model.
   */
  readonly mentions?: readonly MentionForm[];
  /** What happens when a reference has no target. Absent for kinds of references that were not tested. */
  readonly missing?: Readonly<Partial<Record<ReferenceKind, Missing>>>;
  /**
   * What happens to an agent that settings deny or disable; `problem` is a sentence with `{agent}` and `{file}`, `here` a label
   * with `{agent}`, `effect` a sentence with `{host}`.
   */
  readonly denied?: {
    readonly problem: string;
    readonly here: string;
    readonly effect: Sentence;
    readonly evidence: Evidence;
  };
  /** Absent where it has no such setting, or where it was not measured. */
  readonly defaultAgent?: DefaultAgent;
  /** Absent where it has no such settings, or where they were not measured. */
  readonly providerSettings?: ProviderSettings;
  /** How its agents may call each other. Absent where unknown. */
  readonly delegation?: Delegation;
  /**
   * What a conversion of its agents from and to other hosts needs to know. Absent where they cannot be converted. It is a
   * function, because it is loaded when the first agent is converted.
   */
  readonly conversion?: () => HostConversion;
  /** The tokens that names and descriptions of all agents may have together before the host warns; `effect` is a sentence with `{host}`. */
  readonly descriptionLimit?: {
    readonly tokens: number;
    readonly effect: Sentence;
    readonly evidence: Evidence;
  };
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
}

/** Whether the host cannot be asked, so that everything that is stated of it is what its documentation states. */
export const isDocumentedOnly = ({ package: program }: Pick<Host, 'package'>): boolean =>
  program === undefined;

export type { LossReason };

// A kind of document: what it defines in a host (an agent, a skill, a command or settings), and in which form, such as a Markdown file
// with a frontmatter.
// Fields depend on the dialect, and what a host does with its agents is the same for all kinds that define agents.

export type { NamedSubject, Subject };

export type DocumentKind = AgentKind | SkillKind | SettingsKind | ManifestKind;

interface Readable {
  readonly reader: Reader;
  /** How the reader interprets the text, so that what is written into a file can be read by the host. */
  readonly syntax: Syntax;
  /** The largest document that the reader accepts, in bytes (UTF-8). Absent where there is no limit. */
  readonly maxBytes?: number;
  /** The text below the frontmatter decides on more than the prompt, so a verdict is needed after every edit of it. */
  readonly readsPrompt?: true;
  /** The content of a new document as a snippet with the tab stops `$1`, `$2`... */
  readonly skeleton: string;
}

/**
 * A kind of document that defines a skill or a command: instructions that users call by name. A model can load them when it needs
 * them, in hosts that list them to it.
 */
export interface SkillKind extends Readable {
  readonly subject: 'skill' | 'command';
  readonly skill: SkillBuilder;
  /** What it does with the text when it is called. Absent where that is not known. */
  readonly body?: BodyLanguage;
  /** Absent where no field of a skill lists tools that the host uses. */
  readonly tools?: SkillToolResolver;
  /** Absent where it lists all descriptions, or where that was not measured. */
  readonly listBudget?: ListBudget;
  /** Which of several skills and commands with one name the host uses. Absent where that was not tested, or where it uses all. */
  readonly sameName?: SkillPrecedence;
}

/** As for agents, but the host uses one file and loses all others, and those of the host itself are not considered. */
export type SkillPrecedence = Omit<NamePrecedence, 'own' | 'ownNames' | 'silent' | 'behind'>;

/** A kind of document that guards what agents may do: permission rules, hooks. It defines nothing that has a name. */
export interface SettingsKind extends Readable {
  readonly subject: 'settings';
  readonly guards: GuardReader;
  /** Absent where it contains no hooks, or where it is not known what failing hooks do. */
  readonly scripts?: HookScripts;
  /** Absent where it contains no hooks, or where it is not known which tools their matchers name. */
  readonly matchers?: ToolMatchers;
  /** Absent where it is not known. */
  readonly keyTwice?: KeyTwice;
  /** Absent where its settings switch on no plugins, or where it is not known what happens to those that do not exist. */
  readonly switches?: PluginSwitches;
}

/** A kind of document that describes a plugin, or lists plugins. */
export interface ManifestKind extends Readable {
  readonly subject: 'manifest';
  /** The files and folders that it names, in source order. */
  readonly paths: (fields: readonly Entry[]) => readonly NamedPath[];
  /** Absent for the manifest of a plugin. */
  readonly marketplace?: {
    /** The names of the plugins, which are lost with the file. */
    readonly plugins: (fields: readonly Entry[]) => readonly string[];
    /** Those that are in a folder of the marketplace. */
    readonly entries: (fields: readonly Entry[]) => readonly MarketplaceEntry[];
    /** What happens to a plugin whose folder does not exist. A sentence with `{host}`. */
    readonly withoutFolder: Sentence;
    readonly evidence: Evidence;
    readonly entryRules: EntryRules;
  };
}

/** The entry of a plugin in a marketplace. */
export interface MarketplaceEntry {
  readonly keys: readonly Entry[];
  readonly name: StringValue;
  /** Relative to the marketplace. */
  readonly folder: string;
}

/** What a host does with an entry of a marketplace and the manifest in the folder of the plugin. */
export interface EntryRules {
  /** The two state different names. */
  readonly otherName: {
    /** What the names of the parts begin with; null where it does not install the plugin. */
    readonly prefix: 'entry' | 'manifest' | null;
    /** A sentence with `{host}`, `{entry}` and `{name}`, which is that of the manifest. */
    readonly effect: Sentence;
    /** The name of the folder is that of a manifest without one. */
    readonly isOfFolder?: true;
  };
  /** The two state different versions, and that of the manifest counts. A sentence with `{host}`. */
  readonly otherVersion: {
    readonly effect: Sentence;
    /** The file that states the version of a plugin without a manifest. */
    readonly otherwiseIn?: string;
    /** Users get no update where only the version of the entry was raised. A sentence with `{host}`. */
    readonly higherEffect?: Sentence;
  };
  /** With one of these keys and `"strict": false`, it loads nothing of a plugin with a manifest. A sentence with `{host}`. */
  readonly notStrict?: { readonly keys: readonly string[]; readonly effect: Sentence };
  /**
   * Keys that have no effect in a plugin with a manifest, or in any, each with the place in which it looks anyway unless the manifest
   * names another. `isOfFiles`: only where they name files. `effect`: a sentence with `{host}`.
   */
  readonly ignored?: readonly {
    readonly places: Readonly<Record<string, string>>;
    readonly isAlways?: true;
    readonly isOfFiles?: true;
    readonly effect: Sentence;
  }[];
  /** Without a manifest, it does not install a plugin whose entry has no other keys than these. A sentence with `{host}`. */
  readonly bare?: { readonly keys: readonly string[]; readonly effect: Sentence };
  readonly evidence: Evidence;
}

/** A file or folder that a manifest names. */
export interface NamedPath {
  /** Relative to the folder of the plugin or marketplace. Empty for that folder. */
  readonly path: string;
  readonly span: Span;
  /** It may be the name of something that is not in this folder. */
  readonly mayBeElsewhere?: true;
}

/** A kind of document that defines an agent. */
export interface AgentKind extends Readable {
  readonly subject?: 'agent';
  readonly persona: PersonaBuilder;
  /**
   * The fields that the file `givenBy` of the location gives an agent that does not have them itself.
   * @param below the path of the agent below the location's folder.
   */
  readonly given?: (text: string, below: string) => GivenFields | null;
  /** What an agent refers to (agents, skills, servers, files), in source order. Absent where no field contains references. */
  readonly references?: (input: PersonaInput) => readonly Reference[];
  /** What hooks of an agent do that cannot run their script; absent where that is not known. */
  readonly scripts?: HookScripts;
  /** What an agent defines for itself alone: its own MCP servers. */
  readonly defines?: (input: PersonaInput) => readonly CompanionName[];
  /** Which of several agents with one name takes precedence. Absent where unknown. */
  readonly sameName?: NamePrecedence;
}

/** Whether documents of the kind define agents. */
export const definesAgents = (kind: DocumentKind): kind is AgentKind =>
  kind.subject === undefined || kind.subject === 'agent';

/** Whether documents of the kind define skills or commands. */
export const definesSkills = (kind: DocumentKind): kind is SkillKind =>
  kind.subject === 'skill' || kind.subject === 'command';

/** Whether the content of a new document has the field. */
export const hasInSkeleton = ({ skeleton }: DocumentKind, key: string): boolean =>
  new RegExp(`^${key} *[:=]`, 'm').test(skeleton);

/** The kinds of a host by the names that its locations use. Each host has agent files; new agents are created as such. */
export interface DocumentKinds {
  readonly agent: AgentKind;
  readonly [kind: string]: DocumentKind;
}

// Files by which the generation of a host that a project uses is detected.

/** Files of a project or of the user's home that show which generation is in use. */
export interface GenerationMarker {
  /** Paths relative to the project or home folder. */
  readonly files: readonly string[];
  /** The generation, such as `2`; null where the file does not determine it. @param value the parsed JSON of the file. */
  readonly generationIn: (value: unknown) => string | null;
  readonly evidence: Evidence;
}

/** A form in which a prompt mentions an agent. */
export interface MentionForm {
  /** A string that every match contains, so that most prompts need no search. */
  readonly contains: string;
  /** Returns an expression with the flags `d` and `g`, whose first group is the name. */
  readonly form: () => RegExp;
  /** Set where it is the argument of a call, which is no prose and is found in code as well. */
  readonly call?: CallForm;
}
