// The requests of the persona preview and their answers.

/** Request `dossier/persona`: the agent in a document as each host builds it. Null where no host reads the file. */
export const personaMethod = 'dossier/persona';

export type PersonaParams = ShownFile;

/** The file that a request of the preview is about. */
export interface ShownFile {
  readonly uri: string;
  /** The program in whose own folder the file is assumed to be; absent for the file where it is. */
  readonly assumedHost?: string;
  /** The text of a document that the client does not synchronize. */
  readonly sent?: SentText;
  /** Where the caret is: in a configuration file with several agents it selects the agent. */
  readonly at?: CaretPosition;
}

/** 0-based, the character in UTF-16 units. */
export interface CaretPosition {
  readonly line: number;
  readonly character: number;
}

/** The text of a document in a request. */
export interface SentText {
  readonly version: number;
  readonly text: string;
}

export interface PersonaCard {
  readonly uri: string;
  /** Version of the document that was evaluated. */
  readonly version: number;
  /** The display path, relative to the workspace folder if there is one. */
  readonly file: string;
  /** Where the agent is, if it is one of several in the file: its name, and its last line (0-based). */
  readonly entry: { readonly at: CaretPosition; readonly lastLine: number } | null;
  /** Hosts that own the location first, then other hosts that read it. Never empty. */
  readonly hosts: readonly HostCard[];
}

export interface HostCard {
  readonly host: string;
  readonly hostName: string;
  readonly hostVersion: string;
  /** The file or setting that determines the version; null for the newest known version. */
  readonly versionBy: string | null;
  /** ISO date on which Dossier's knowledge of the host was last verified. */
  readonly verified: string;
  /** The program was not run: what is stated of it is what its documentation states. */
  readonly isDocumentedOnly: boolean;
  readonly role: 'owner' | 'guest';
  /** A value of the public contract: loads, loads-changed, ignored, refused, stops-host, not-read, unknown. */
  readonly outcome: string;
  readonly tone: 'good' | 'changed' | 'bad' | 'unknown';
  /** "Loads as written." / "Loads, but not as written." / "OpenCode does not start with this file." */
  readonly headline: string;
  /** "5 of 8 tools are granted." Empty if there is nothing to add. */
  readonly detail: string;
  /** Null where the host loads no agent. */
  readonly agent: AgentCard | null;
  /** Null where the host loads no skill or command. */
  readonly skill: SkillCard | null;
  /** The diagnostics for this host, most severe first. */
  readonly findings: readonly CardFinding[];
  /** The fields that no other part of the card shows, in the order of the file. */
  readonly otherFields: readonly OtherField[];
}

/** A skill or command as the host lists it. */
export interface SkillCard {
  /** `/deploy` */
  readonly call: string;
  readonly subject: 'skill' | 'command';
  /** The description in the list of the model, where the host cuts it; null where it is not listed or listed without one. */
  readonly listed: string | null;
  /** The number of characters after which the host cuts it; null where it does not. */
  readonly cutAt: number | null;
  /** The tools that can be used without asking while it is active, and those that cannot be used, as written. */
  readonly grants: readonly string[];
  readonly denies: readonly string[];
  /** The only tools that can be used while it is active, as written; null where no list limits them. */
  readonly only: readonly string[] | null;
  /** Whether `callMethod` states what a call sends. */
  readonly canBeCalled: boolean;
}

/** Request `dossier/call`: what each program would send for a call of a skill or command. Nothing is run. Null for other files. */
export const callMethod = 'dossier/call';

export interface CallParams extends ShownFile {
  /** `/deploy staging`, or the arguments alone. */
  readonly typed: string;
}

export interface CallAnswer {
  /** One for each program that reads the file, the user's programs first. */
  readonly calls: readonly CallCard[];
}

export interface CallCard {
  readonly host: string;
  readonly hostName: string;
  /** `/deploy`; empty where the program does not load the file. */
  readonly call: string;
  /** The text that is sent; empty where nothing is sent or that is not known. */
  readonly parts: readonly CallPart[];
  /** The commands that the program runs first, with the arguments in them. */
  readonly commands: readonly string[];
  /** The paths that it attaches if they exist. */
  readonly files: readonly string[];
  /** Whole sentences: why nothing is shown, or how commands and files are treated. */
  readonly notes: readonly string[];
  /** The command line that starts a session with this call in a terminal; null where none is known. */
  readonly command: string | null;
  /** A command of the editor that is the host, which writes this call into its chat; null where it is no editor. */
  readonly editor: StartCard['editor'];
}

/** `output`: what the command in `text` prints. `value`: the value of the variable in `text`. */
export interface CallPart {
  readonly kind: 'text' | 'output' | 'value';
  readonly text: string;
}

export interface OtherField {
  readonly key: string;
  /** In one line, shortened. */
  readonly value: string;
  /** 0-based. */
  readonly line: number;
  readonly outcome: OutcomeCell;
}

export interface AgentCard {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly color: { readonly name: string; readonly hex: string | null } | null;
  readonly model: { readonly written: string | null; readonly label: string };
  readonly mode: string | null;
  /** "by other agents, based on its description, and by you" */
  readonly invocation: string;
  /** How a person starts a conversation with it; null where that is not known. */
  readonly start: StartCard | null;
  readonly tools: {
    /** Whether it has every tool of the host except the denied ones. */
    readonly all: boolean;
    /** "every tool", "5 of 8 tools". */
    readonly summary: string;
    /** Without empty groups. */
    readonly groups: readonly ToolGroup[];
    /** Whether the file can decide on them. */
    readonly areConfigurable: boolean;
    /** Whether other files of the project hold the same agent for other hosts. */
    readonly haveCopies: boolean;
  };
  /** Whether it can do what is hard to undo or leaves the project, always in the same order. */
  readonly risks: readonly RiskCard[];
  readonly permissions: readonly PermissionCard[] | null;
  /** The questions that can be asked about its permissions: see `probeMethod`. */
  readonly probes: readonly ProbeKind[];
  readonly related: RelatedCard;
  readonly hooks: readonly HookCard[];
  readonly cost: { readonly description: number; readonly prompt: number; readonly method: string };
  /** The prompt as the host trims it; null where the document contains it verbatim at `promptAt`. */
  readonly prompt: string | null;
  /** UTF-16 offsets in the document; an empty range where there is no prompt. */
  readonly promptAt: { readonly start: number; readonly end: number };
  /** 0-based line of the beginning of the prompt. */
  readonly promptLine: number;
  /** The locations of the card's parts in the file; parts that the file does not contain are omitted. */
  readonly lines: Readonly<Partial<Record<CardPart, LineRange>>>;
}

export interface StartCard {
  /** A command line for a terminal; null where there is none. */
  readonly command: string | null;
  /** A command of the editor that is the host, with its argument; null where it is no editor. */
  readonly editor: {
    readonly command: string;
    readonly argument: Readonly<Record<string, string | boolean>>;
  } | null;
}

export type CardPart = 'name' | 'description' | 'model' | 'mode' | 'color' | 'tools';

/** 0-based, both inclusive. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A question that a user can ask, such as whether a command is allowed. */
export interface ProbeKind {
  /** `run-command` */
  readonly purpose: string;
  /** "Run command" */
  readonly label: string;
  readonly example: string;
}

/** The agents, skills and servers that are related to the agent. */
export interface RelatedCard {
  /** "It can call these agents." / "It has no tool to call other agents." / "" where that is not known. */
  readonly callsNote: string;
  readonly calls: readonly RelatedItem[];
  readonly calledBy: readonly RelatedItem[];
  readonly skills: readonly RelatedItem[];
  readonly servers: readonly RelatedItem[];
}

export interface RelatedItem {
  readonly name: string;
  /** A label such as "denied" or "not found"; may be empty. */
  readonly note: string;
  readonly tone: 'plain' | 'denied' | 'missing';
  /** 0-based line where this file names it. */
  readonly line: number | null;
  /** The file that defines it. */
  readonly uri: string | null;
}

export interface HookCard {
  readonly event: string;
  /** Empty where it matches everything. */
  readonly matcher: string;
  /** The object of the action: a command, a prompt, a URL. */
  readonly action: string;
  readonly line: number;
  /** Whether the host ignores it. */
  readonly isLost: boolean;
}

/** A capability with its tools. The names that the file lists are in the first two lists and in `lost`. */
export interface ToolGroup {
  /** "Change files" */
  readonly label: string;
  readonly granted: readonly ToolChip[];
  /** Granted only if a server or extension provides them. */
  readonly unknown: readonly ToolChip[];
  /** Tools that the agent has although the file does not list them. */
  readonly added: readonly ToolChip[];
  /** Not granted or denied. */
  readonly lost: readonly ToolChip[];
}

export interface ToolChip {
  readonly name: string;
  /** What permission rules allow, shown after the name: "asks", "4 commands". Empty where the tool is not limited. */
  readonly detail: string;
  /** Why it is lost, or a note: a label or a sentence. May be empty. */
  readonly note: string;
  /** 0-based line in the file; null for tools that the file does not name. */
  readonly line: number | null;
  /** What a click on it does; null where the file cannot change it. */
  readonly toggle: 'grant' | 'revoke' | null;
  /** The index of the finding about it that has a fix, in the findings of the host; null where there is none. */
  readonly finding: number | null;
}

export interface RiskCard {
  readonly id: string;
  /** "Delete files" */
  readonly label: string;
  readonly action: ProbeAnswer['action'];
  /** Where that is decided: "line 7", "no tool for it"; may be empty. */
  readonly by: string;
  /** The rule that decides; null where none does. */
  readonly rule: string | null;
  /** 0-based line of the rule or of the field. */
  readonly line: number | null;
  /** What was evaluated: `git push --force`; may be empty. */
  readonly example: string;
  /** Whole sentences. */
  readonly explanation: string;
}

export interface PermissionCard {
  readonly permission: string;
  readonly pattern: string;
  readonly action: string;
  readonly line: number;
}

export interface CardFinding {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly rule: string;
  /** 0-based; null for the whole file. */
  readonly line: number | null;
  /** The title of its best fix: see `findingFixesMethod`. Null where there is none. */
  readonly fix: string | null;
  /** The names of other programs in which the agent loses tools by that fix, as a list in words; else empty. */
  readonly fixTakesFrom: string;
}

/** Request `dossier/probe`: whether a host lets the agent run a command or use a file. Null where there is no agent. */
export const probeMethod = 'dossier/probe';

export interface ProbeParams extends ShownFile {
  readonly host: string;
  readonly purpose: string;
  /** A command, a path, a name. */
  readonly subject: string;
}

export interface ProbeAnswer {
  readonly action: 'allow' | 'ask' | 'deny' | 'unknown';
  /** "Denied." */
  readonly headline: string;
  /** Whole sentences. */
  readonly explanation: string;
  /** The parts that were evaluated separately, in order; empty where there are no rules. */
  readonly parts: readonly ProbePart[];
}

export interface ProbePart {
  readonly subject: string;
  readonly action: 'allow' | 'ask' | 'deny';
  /** "bash, git push *: deny"; null where no rule matches. */
  readonly rule: string | null;
  /** The origin of the rule: "line 7", "default rule of OpenCode". */
  readonly source: string;
  readonly line: number | null;
}

/** Request `dossier/outcomes`: what every host does with each field, side by side. Null for a document without a known text. */
export const outcomesMethod = 'dossier/outcomes';

export interface OutcomeTable {
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** Whether it reads the file at its location; otherwise the file is evaluated as if it were in the host's own folder. */
    readonly isRead: boolean;
    readonly tone: HostCard['tone'];
    readonly outcome: string;
    /** `2 of 5 tools`; empty where there is no agent. */
    readonly tools: string;
    readonly toolsTone: HostCard['tone'];
    /** Whether this file does not serve it, so that a version of the agent for it would. */
    readonly needsVersion: boolean;
  }[];
  /** In the order of the file. */
  readonly rows: readonly {
    readonly key: string;
    readonly line: number;
    /** One per host; null if the host does not process the field. */
    readonly cells: readonly (OutcomeCell | null)[];
  }[];
}

export interface OutcomeCell {
  readonly tone: 'good' | 'changed' | 'bad' | 'unknown';
  /** One word: "used". */
  readonly word: string;
  /** A sentence on what the host does; empty where the word is enough. */
  readonly label: string;
}
