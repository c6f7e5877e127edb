// What the library accepts and returns, and what the commands print as JSON: plain data, with nothing imported. Programs of other
// people read it: keys may be added, but not removed or changed without a new major version. `test/library/surface.txt` records it.

/** A text and the path at which it is evaluated. The file need not exist. */
export interface TextFile {
  /** Relative, or absolute: `.claude/agents/reviewer.md`. Programs decide by the path what a file is. */
  readonly path: string;
  readonly text: string;
  /** The other files of the project, such as agents that the file names. Default: there are none. */
  readonly folder?: Folder;
}

/** Files of a project. */
export interface InFolder {
  readonly folder: Folder;
  /** Files and folders in it. Default: all of it. */
  readonly paths?: readonly string[];
}

/** The files of a project, wherever they are: on a disk, in an archive, in memory. */
export interface Folder {
  /** The paths of all files, relative to the folder and separated by `/`. */
  paths(): Iterable<string>;
  /** The text of a file; null if it cannot be read. */
  read(path: string): string | null;
}

export type Input = TextFile | InFolder;

/** What all questions accept. */
export interface Options {
  /** IDs of programs, as `programs` lists them, or one with a version: `claude-code@2.1.300`. Default: those that read the path. */
  readonly programs?: readonly string[];
  /** Facts about the environment. Default: Linux, a trusted folder, online, without MCP servers. */
  readonly context?: Context;
}

export interface CheckOptions extends Options {
  /** The severity of rules by name. Overrides the configuration file of the folder. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Programs whose findings are reported although the folder belongs to another program. Default: none. */
  readonly guests?: 'none' | 'all' | readonly string[];
}

export interface ConvertOptions {
  /** The ID of the program to convert to; for skills also several, separated by commas. */
  readonly to: string;
  /** What a skill or command becomes. Default: the same, or a skill where the program has no commands. */
  readonly as?: 'skill' | 'command';
  /** The ID of the program for which the file is written. Default: the one whose folder contains it. */
  readonly from?: string;
  /** Whether more may be possible than before. Default: such a file is refused. */
  readonly allowWider?: boolean;
  /** A choice for a part, as `losses` lists them. */
  readonly choices?: Readonly<Record<string, string>>;
}

export interface SchemaOptions {
  /** For programs that support several dialects. Default: the first. */
  readonly dialect?: string;
}

export interface Context {
  readonly platform?: 'linux' | 'macos' | 'windows';
  /** Whether the agent runs in the background. */
  readonly background?: boolean;
  readonly trust?: boolean;
  readonly online?: boolean;
  /** Names of the MCP servers that are configured. */
  readonly mcp?: readonly string[];
  /** Names of tools that only the running editor knows. */
  readonly editorTools?: readonly string[];
  readonly editorModels?: readonly string[];
  /** The model selected for the session; null if none is. */
  readonly model?: string | null;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface CheckResult {
  /** The number of checked files. */
  readonly files: number;
  readonly findings: readonly FindingWithFix[];
  /** Files that could not be read. */
  readonly unread: readonly Unread[];
}

export interface Unread {
  readonly file: string;
  readonly message: string;
}

export interface Finding {
  readonly file: string;
  /** The ID of the program; null for advice that holds for all. */
  readonly host: string | null;
  /** Absent for agents. */
  readonly kind?: 'skill' | 'command' | 'settings' | 'manifest';
  /** The name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** Whole sentences: the problem, its effect, what to do. */
  readonly message: string;
  /** Null for a finding in the whole file. */
  readonly range: Range | null;
  /** Other places in the file with the same problem. */
  readonly also?: readonly Range[] | undefined;
  /** Whether there is a fix that can be applied unseen, or one for review. */
  readonly fix: 'safe' | 'review' | null;
  /** Whether an editor only fades the range. */
  readonly onlyFades?: boolean | undefined;
}

export interface FindingWithFix extends Finding {
  readonly fixTitle: string | null;
  /** The edits of the fix. All ranges refer to the original text. */
  readonly fixEdits: readonly Edit[];
}

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Both are 0-based. Characters are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface ExplainResult {
  /** One for each file, and one for each agent of a configuration file. */
  readonly files: readonly (Explained | Unexplained)[];
  /** One for each named folder: only `dossier explain FOLDER --format json` has them. */
  readonly plugins?: readonly ExplainedPlugin[];
}

/** What programs load of a plugin: a folder with agents, skills, commands, hooks and MCP servers. */
export interface ExplainedPlugin {
  readonly folder: string;
  /** The folder has more files than are read. */
  readonly isIncomplete?: true;
  readonly programs: readonly PluginInProgram[];
  readonly parts: readonly PluginPart[];
  /** With `--fix`: the change after which programs load more, and none loads less. Null where there is none. */
  readonly fix?: PluginFix | null;
}

/** A change of the files of a plugin. Paths are relative to it. */
export interface PluginFix {
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** Files that are created or get another text, after the moves. */
  readonly files: readonly {
    readonly file: string;
    readonly isNew: boolean;
    readonly text: string;
  }[];
  /** What programs load after it. */
  readonly after: ExplainedPlugin;
}

export interface PluginInProgram {
  /** The ID of the program. */
  readonly host: string;
  readonly hostVersion: string;
  /** False where it is not known what the program loads. */
  readonly isKnown: boolean;
  /** What the program calls the plugin; null where it does not install it. */
  readonly name: string | null;
  /** The manifest that it reads; null for none. */
  readonly manifest: string | null;
  /** Why it loads nothing from it: a sentence. Null where it loads it. */
  readonly fault: string | null;
}

/** An agent, a skill, a command, a file of hooks or an MCP server of a plugin. */
export interface PluginPart {
  readonly kind: 'agent' | 'skill' | 'command' | 'hooks' | 'server';
  /** Relative to the plugin. */
  readonly file: string;
  /** The name of an MCP server, as it is written. */
  readonly server?: string;
  /** In the order of the programs. */
  readonly programs: readonly PartInProgram[];
}

export interface PartInProgram {
  /** The ID of the program. */
  readonly host: string;
  /** Null where that is not known. */
  readonly isLoaded: boolean | null;
  /** What it is called by in the program; null for hooks, and where it is not loaded. */
  readonly name: string | null;
  /** Why it is not loaded: a sentence. */
  readonly why: string | null;
  /** Where this differs from what the Agent Plugins standard requires, which the plugin declares: two sentences. */
  readonly deviation?: string;
}

export interface Explained {
  readonly file: string;
  /** The agent in a configuration file, by its keys: `agent.reviewer`. Absent for other files. */
  readonly entry?: string;
  readonly verdicts: readonly Verdict[];
}

export interface Unexplained {
  readonly file: string;
  /** Why the file cannot be read. */
  readonly error: string;
}

/** What a program does with a file. */
export interface Verdict {
  /** The ID of the program. */
  readonly host: string;
  readonly hostVersion: string;
  /** The file or setting that determines the version. Absent for the newest known version. */
  readonly versionBy?: string;
  /** `loads`, `loads-changed`, `ignored`, `refused`, `stops-host`, `not-read` or `unknown`. */
  readonly outcome: string;
  readonly reason: string | null;
  /** Whether the agent can be started; null where that is not known. */
  readonly runs: boolean | null;
  /** Absent for agents. */
  readonly kind?: 'skill' | 'command' | 'settings' | 'manifest';
  /** The agent, the skill or the command as the program builds it; null if it does not load. */
  readonly persona: Agent | Skill | null;
  /** What happens to each field of the file: `kept`, `dropped`, `ignored` and others. */
  readonly fields: Readonly<Record<string, string>>;
  /** The parts of the context on which the verdict depends. */
  readonly depends: readonly string[];
  readonly findings: readonly Omit<Finding, 'file' | 'also' | 'onlyFades'>[];
}

export interface Agent {
  /** The name by which other agents call it. */
  readonly id: string;
  /** The displayed name. */
  readonly name: string;
  readonly description: string | null;
  readonly model: {
    readonly written: string | readonly string[] | null;
    readonly effective: string | null;
  };
  readonly tools: AgentTools;
  readonly permissions:
    | readonly { readonly permission: string; readonly pattern: string; readonly action: string }[]
    | null;
  readonly color: string | null;
  readonly mode: string | null;
  readonly userInvocable: boolean;
  readonly modelInvocable: boolean;
  readonly hidden: boolean;
  /** In UTF-16 units. */
  readonly promptLength: number;
}

export interface AgentTools {
  /** Whether the agent has all tools of the program except `denied`. */
  readonly all: boolean;
  /** Which tools it has is not known. */
  readonly isUnknown?: true;
  /** Whether it cannot change files; `stated` where the program is not known to apply that. */
  readonly readOnly?: 'applied' | 'stated';
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** Available regardless of the file. */
  readonly always: readonly string[];
  /** Names that may belong to MCP servers or extensions, which are unknown here. */
  readonly unverified: readonly string[];
  readonly lost: readonly { readonly written: string; readonly why: string }[];
  /** Those of `denied` that settings of the project deny. */
  readonly deniedAround?: readonly {
    readonly tool: string;
    readonly file: string;
    readonly line: number;
  }[];
}

/** A skill or a command as a program lists it. */
export interface Skill {
  /** By what users and the model call it. */
  readonly id: string;
  /** The label that lists show. */
  readonly name: string;
  /** As the program has it; null where it has none. */
  readonly description: string | null;
  /** What the model's list shows of it; null where it is not listed. */
  readonly listed: string | null;
  /** Null where that is not known. */
  readonly userInvocable: boolean | null;
  readonly modelInvocable: boolean;
  /** The user is asked before the model may use it. */
  readonly asksFirst: boolean;
  /** The entries of its lists of tools, as written, that grant or deny something. */
  readonly grants: readonly string[];
  readonly denies: readonly string[];
  /** The entries that are the only usable tools; absent where no list limits them. */
  readonly only?: readonly string[];
  /** In UTF-16 units, after the program's own trimming. */
  readonly promptLength: number;
}

export interface ConvertResult {
  readonly files: readonly Conversion[];
  /** Files that could not be read. */
  readonly unread: readonly Unread[];
}

/** An agent, skill or command of one program for another. Nothing is written. */
export interface Conversion {
  readonly file: string;
  readonly kind: 'agent' | 'skill' | 'command';
  /** The ID of the program for which the file is written. */
  readonly from: string;
  readonly to: string;
  /** The IDs of other programs that read the same file. */
  readonly alsoTo?: readonly string[];
  readonly toVersion: string;
  /** Where the other program reads it. */
  readonly path: string;
  /** Null if it cannot be expressed in the other program. */
  readonly text: string | null;
  /** Whether it is refused, because it could do more in the other program. */
  readonly refused: boolean;
  /**
   * `shown`: not written. `same`: the copy has the same effect. `exists`: another file is there. `clash`: another file would become
   * the same file. `failed`: it could not be written. The library writes nothing.
   */
  readonly outcome:
    | 'shown'
    | 'written'
    | 'refused'
    | 'exists'
    | 'same'
    | 'missing'
    | 'differs'
    | 'clash'
    | 'failed';
  /** What is the same, narrower, wider, moved or lost, part by part. */
  readonly losses: readonly Loss[];
  /** With `--check`: what differs in the copy, as whole sentences. */
  readonly differences?: readonly string[];
}

export interface Loss {
  readonly part: string;
  /** `same`, `narrower`, `wider`, `moved`, `lost` and others. */
  readonly change: string;
  readonly why: string;
  /** 0-based. Null for a part that is not in the file. */
  readonly line: number | null;
  readonly choice?: { readonly chosen: string; readonly options: readonly string[] };
}

export interface ListResult {
  readonly agents: readonly ListedAgent[];
  readonly skills: readonly ListedSkill[];
  /** One for each program whose list for its model is limited. */
  readonly lists: readonly SkillList[];
  /** Files that could not be read. */
  readonly unread: readonly Unread[];
}

/** An agent in one program. */
export interface ListedAgent {
  readonly id: string | null;
  readonly host: string;
  /** `project`, `user` or `plugin`. */
  readonly scope: string;
  readonly file: string;
  readonly outcome: string;
  readonly reason: string | null;
  /** Where a field keeps the file from loading: its key, or `no KEY` where it is missing. */
  readonly cause?: string;
  readonly model: string | null;
  /** The number of granted tools. Null if all tools are granted or if the file is not loaded as an agent. */
  readonly tools: number | null;
  readonly lost: number;
  /** The tool names in the file and how many of them grant a tool. Null as for `tools`. */
  readonly written: {
    readonly names: number;
    readonly granted: number;
    readonly unknown: number;
  } | null;
  /** The number of tools that it does not have although it has all others. */
  readonly denied: number;
  /** Present only where the tools of the agent are not known. */
  readonly toolsUnknown?: true;
  /** Present only where a field forbids the agent to change files; `stated` where the program is not known to apply the field. */
  readonly readOnly?: 'applied' | 'stated';
  /** The model as written in the file. */
  readonly modelWritten: string | null;
  readonly description: string | null;
  /** Whether the agent is defined in a configuration file along with other agents. */
  readonly isConfigured: boolean;
  /** The file with the agent of the same name that the program uses instead; absent where it uses this one. */
  readonly hiddenBy?: string;
  /** The file with another agent of the same name, where the order in which the program reads them decides; otherwise absent. */
  readonly sameNameAs?: string;
}

/** A skill or a command in one program. */
export interface ListedSkill {
  readonly kind: 'skill' | 'command';
  /** The name by which it is called. Null if the file is not loaded. */
  readonly id: string | null;
  readonly host: string;
  /** `project` or `user`. */
  readonly scope: string;
  readonly file: string;
  readonly outcome: string;
  readonly reason: string | null;
  /** Where a field keeps the file from loading: its key, or `no KEY` where it is missing. */
  readonly cause?: string;
  /** What the model reads about it. */
  readonly description: string | null;
  /** Null if the file is not loaded, or where it is not known. */
  readonly userInvocable: boolean | null;
  /** `asks`: the user is asked before the model uses it. Null if the file is not loaded. */
  readonly modelInvocable: 'yes' | 'asks' | 'no' | null;
}

/** What a program lists to its model of its skills and commands, in the project in which that is most. */
export interface SkillList {
  readonly host: string;
  readonly skills: number;
  /** UTF-16 units of all entries, with their names and descriptions. */
  readonly characters: number;
  /** About how many of them it lists. */
  readonly limit: number;
  /** The limit depends on the model, and may be smaller. */
  readonly isMost: boolean;
  /** What it does beyond: lists only the names of those that come later in the alphabet or were used least, or cuts all descriptions. */
  readonly beyond: 'alphabet' | 'use' | 'shortened';
  /** About how many skills have a description in the list. */
  readonly described: number;
  /** The first one without a description, in the order of the alphabet; null where all have one, or where use decides. */
  readonly firstUndescribed: string | null;
}

export interface Program {
  readonly id: string;
  readonly name: string;
  /** The ID of the program of which this is a variant. */
  readonly profileOf?: string;
  readonly version: string;
  /** The date on which this version was verified: `2026-11-20`. */
  readonly verified: string;
  /** The npm package of the program. Absent for a program that cannot be asked: what is known of it is documented. */
  readonly package?: string;
  /** The folders and files that it reads. */
  readonly locations: readonly ProgramLocation[];
  /** What was not verified. */
  readonly unverified: readonly string[];
}

export interface ProgramLocation {
  readonly glob: string;
  /** `project`, `user` or `plugin`. */
  readonly scope: string;
  /** `owner`, or `guest` in the folder of another program. */
  readonly role: string;
  /** The files that have to be in the folder above. */
  readonly beside?: readonly string[];
}

/** A JSON Schema (draft-07). */
export type Schema = { readonly [key: string]: unknown };

/** The functions of the library. None changes a file. Each throws `UsageError` for what it cannot be asked. */
export interface Library {
  /**
   * Reports what programs silently drop, ignore, change or refuse in agents, skills and commands.
   * @example check({ path: '.claude/agents/reviewer.md', text }).findings
   */
  check(input: Input, options?: CheckOptions): CheckResult;
  /** Shows what each program does with each file. In a folder, with all agent files. */
  explain(input: Input, options?: Options): ExplainResult;
  /** Returns agents of one program as agents of another, and what changes. */
  convert(input: Input, options: ConvertOptions): ConvertResult;
  /** Lists the agents, skills and commands with the result in each program. */
  list(input: Input, options?: Options): ListResult;
  /** Lists the programs. */
  programs(): readonly Program[];
  /** The JSON Schema of the frontmatter of a program, by its ID. */
  schema(program: string, options?: SchemaOptions): Schema;
}
