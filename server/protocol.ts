// Our own requests beside the language server protocol, shared with the client. Plain data only.

/** Request `dossier/persona`: the agent in a document as each host builds it. Null where no host reads the file. */
export const personaMethod = 'dossier/persona';

export interface PersonaParams {
  readonly uri: string;
}

export interface PersonaCard {
  readonly uri: string;
  /** Version of the document that was judged. */
  readonly version: number;
  /** Path as a person knows it, below the workspace folder where there is one. */
  readonly file: string;
  /** Owners of the place first, then its guests. Never empty. */
  readonly hosts: readonly HostCard[];
}

export interface HostCard {
  readonly host: string;
  readonly hostName: string;
  readonly hostVersion: string;
  /** ISO date of the knowledge. */
  readonly verified: string;
  readonly role: 'owner' | 'guest';
  /** A word of the contract: loads, loads-changed, ignored, refused, stops-host, not-read, unknown. */
  readonly fate: string;
  readonly tone: 'good' | 'changed' | 'bad' | 'unknown';
  /** "Loads as written." / "Loads, but not as written." / "OpenCode will not start." */
  readonly headline: string;
  /** "5 of 8 tools are granted." Empty where there is nothing to add. */
  readonly detail: string;
  /** Null where there is no agent in this host. */
  readonly agent: AgentCard | null;
  /** What this host has to say, worst first. */
  readonly findings: readonly CardFinding[];
}

export interface AgentCard {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly color: { readonly name: string; readonly hex: string | null } | null;
  readonly model: { readonly written: string | null; readonly says: string };
  readonly mode: string | null;
  /** "by the main agent, from its description" */
  readonly called: string;
  readonly tools: {
    /** Everything the host gives such an agent, less what is denied. */
    readonly all: boolean;
    /** "Every tool", "5 of 8 tools". */
    readonly says: string;
    /** Only groups with something in them. */
    readonly groups: readonly ToolGroup[];
  };
  readonly permissions: readonly PermissionCard[] | null;
  /** What may be asked of its permissions: see `probeMethod`. */
  readonly probes: readonly ProbeKind[];
  readonly around: AroundCard;
  readonly hooks: readonly HookCard[];
  readonly cost: { readonly description: number; readonly prompt: number; readonly method: string };
  /** As the host takes it, trimmed as it trims; null where it stands so in the document, at `promptAt`. */
  readonly prompt: string | null;
  /** UTF-16 offsets in the document; of no length where there is no prompt. */
  readonly promptAt: { readonly start: number; readonly end: number };
  /** 0-based line where the prompt begins. */
  readonly promptLine: number;
  /** Where in the file the parts of the card are said; those that are not written are left out. */
  readonly places: Readonly<Partial<Record<CardPart, LineRange>>>;
}

export type CardPart = 'name' | 'description' | 'model' | 'mode' | 'color' | 'tools';

/** 0-based, both of them in it. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Something that a person may ask: what becomes of this command, of this file. */
export interface ProbeKind {
  /** `run-command` */
  readonly deed: string;
  /** "Run command" */
  readonly label: string;
  readonly example: string;
}

/** Who and what the agent has to do with. */
export interface AroundCard {
  /** "May call these agents." / "Has no tool for calling others." */
  readonly callsSays: string;
  readonly calls: readonly Neighbour[];
  readonly calledBy: readonly Neighbour[];
  readonly skills: readonly Neighbour[];
  readonly servers: readonly Neighbour[];
}

export interface Neighbour {
  readonly name: string;
  /** What there is to say of it; empty where there is nothing. */
  readonly says: string;
  readonly tone: 'plain' | 'denied' | 'missing';
  /** Where this file names it. */
  readonly line: number | null;
  /** The file that it is, or that brings it. */
  readonly uri: string | null;
}

export interface HookCard {
  readonly event: string;
  /** Empty where it is for all. */
  readonly matcher: string;
  /** What is done: a command, a prompt, an address. */
  readonly does: string;
  readonly line: number;
  /** The host leaves it out. */
  readonly isLost: boolean;
}

export interface ToolGroup {
  /** "Change files" */
  readonly label: string;
  readonly granted: readonly ToolChip[];
  readonly lost: readonly ToolChip[];
}

export interface ToolChip {
  readonly name: string;
  /** Why it is lost, or what there is to know of it. */
  readonly says: string;
  /** Where it stands in the file; null for tools that the file does not name. */
  readonly line: number | null;
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
}

/** Request `dossier/probe`: what a host makes of one act of the agent. Null where there is no agent. */
export const probeMethod = 'dossier/probe';

export interface ProbeParams {
  readonly uri: string;
  readonly host: string;
  readonly deed: string;
  /** A command, a path, a name. */
  readonly subject: string;
}

export interface ProbeAnswer {
  readonly action: 'allow' | 'ask' | 'deny' | 'unknown';
  /** "Denied." */
  readonly headline: string;
  /** Whole sentences. */
  readonly says: string;
  /** What was weighed apart, in order; empty where no rules are. */
  readonly parts: readonly ProbePart[];
}

export interface ProbePart {
  readonly subject: string;
  readonly action: 'allow' | 'ask' | 'deny';
  /** "bash, git push *: deny"; null where no rule speaks of it. */
  readonly rule: string | null;
  /** Whose rule it is: "line 7 of the file", "a rule of OpenCode for every agent". */
  readonly by: string;
  readonly line: number | null;
}

/** Request `dossier/fates`: what becomes of each field in every host, side by side. Null for a document that is not open. */
export const fatesMethod = 'dossier/fates';

export interface FateTable {
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** It reads the file where it lies; else it is judged as if it lay in the host's own folder. */
    readonly isRead: boolean;
    readonly tone: HostCard['tone'];
    readonly fate: string;
  }[];
  /** In the order of the file. */
  readonly rows: readonly {
    readonly key: string;
    readonly line: number;
    /** One a host; null where the host did not come to read it. */
    readonly cells: readonly (FateCell | null)[];
  }[];
}

export interface FateCell {
  readonly tone: 'good' | 'changed' | 'bad' | 'unknown';
  readonly says: string;
}

/** Request `dossier/skeletons`: whole new files, one a host, for the command that makes a new agent. */
export const skeletonsMethod = 'dossier/skeletons';

export interface Skeleton {
  readonly host: string;
  readonly hostName: string;
  /** Below a workspace folder, with `{name}` for the agent's name: `.claude/agents/{name}.md`. */
  readonly path: string;
  /** A snippet. */
  readonly text: string;
}

/** Request `dossier/newAgent/choices`: what there is to choose from for a new agent. */
export const newAgentChoicesMethod = 'dossier/newAgent/choices';

export interface NewAgentChoices {
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** Where it keeps a project's agents: `.claude/agents`. */
    readonly folder: string;
    /** Where it keeps those of its user, below the home folder; null where it has no such folder. */
    readonly userFolder: string | null;
    readonly models: readonly { readonly id: string; readonly means: string }[];
    readonly hasColors: boolean;
  }[];
  readonly roles: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly abilities: readonly string[];
  }[];
  /** From the harmless to the far-reaching. */
  readonly abilities: readonly {
    readonly id: string;
    readonly label: string;
    readonly isPower: boolean;
  }[];
  readonly colors: readonly { readonly word: string; readonly hex: string }[];
}

/** Request `dossier/newAgent/files`: the files of a new agent, and whether its name is free. Makes nothing. */
export const newAgentFilesMethod = 'dossier/newAgent/files';

export interface NewAgentParams {
  /** The project, as a URI. */
  readonly folder: string;
  readonly scope: 'project' | 'user';
  readonly hosts: readonly string[];
  readonly name: string;
  readonly role?: string | undefined;
  readonly description?: string | undefined;
  readonly abilities?: readonly string[] | undefined;
  readonly model?: string | undefined;
  readonly color?: string | undefined;
  /** In place of the role's. */
  readonly prompt?: string | undefined;
}

export interface NewAgentFiles {
  /** Why it cannot be made; null where it can. */
  readonly flaw: string | null;
  /** What it would do to others; null where it does nothing to them. */
  readonly warning: string | null;
  readonly files: readonly {
    readonly uri: string;
    /** Below the project, or with `~` for the home folder. */
    readonly path: string;
    readonly text: string;
    readonly hostNames: readonly string[];
  }[];
}

/** Notification `dossier/status` from the server: what is known of the open documents. */
export const statusMethod = 'dossier/status';

export interface StatusParams {
  readonly uri: string;
  /** One a host, as in `PersonaCard`; empty where no host reads the file. */
  readonly hosts: readonly Pick<
    HostCard,
    'host' | 'hostName' | 'hostVersion' | 'verified' | 'role' | 'fate' | 'tone' | 'headline'
  >[];
}

/** `initializationOptions` that our client sends. All are optional for other clients. */
export interface ClientOptions {
  /** VS Code's own prompt-file support is there: it speaks of chatagent, prompt, instructions and skill documents. */
  readonly builtinPrompts?: { readonly version: string; readonly mode: 'auto' | 'on' | 'off' };
  /** Folder with the rule pages, as a URI; links of findings lead there. */
  readonly docs?: string;
}

/** Notification `dossier/editorTools` from the client: what agents call the tools that extensions bring to this editor. */
export const editorToolsMethod = 'dossier/editorTools';

export interface EditorToolsParams {
  readonly tools: readonly string[];
}

/** Request `dossier/explain`: the fate of a document in every host, as Markdown. Null for a document that is not open. */
export const explainMethod = 'dossier/explain';

/** Request `dossier/report`: a smallest case of what a host is said to do with a document, as Markdown. */
export const reportMethod = 'dossier/report';

export interface ReportParams {
  readonly uri: string;
  readonly host: string;
}

/** Request `dossier/validFor`: the smallest change after which several hosts load a document. Null for one that is not open. */
export const validForMethod = 'dossier/validFor';

export interface ValidForParams {
  readonly uri: string;
  /** None: it is only asked how each host fares. */
  readonly hosts: readonly string[];
}

export interface ValidFor {
  /** Version of the document that was judged. */
  readonly version: number;
  /** Every host; those that read the file where it lies come first. */
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** `loads as reviewer`; `will not start (color)`. */
    readonly says: string;
    readonly loads: boolean;
    /** It reads the file where it lies; another judges it as if it lay in that host's own folder. */
    readonly isHere: boolean;
    /** The file was written for it, or the user chose it in the settings. */
    readonly isMeant: boolean;
  }[];
  /** What keeps the chosen hosts from loading it. */
  readonly blocked: readonly {
    readonly host: string;
    readonly hostName: string;
    readonly message: string;
    /** 0-based; null for the whole file. */
    readonly line: number | null;
  }[];
  /** Null where nothing is to be done, or nothing can be. */
  readonly change: {
    readonly steps: readonly string[];
    readonly edits: readonly {
      readonly range: {
        readonly start: { readonly line: number; readonly character: number };
        readonly end: { readonly line: number; readonly character: number };
      };
      readonly newText: string;
    }[];
  } | null;
  /** What the change costs, or why there is none. */
  readonly notes: readonly string[];
}

/** Request `dossier/why`: why an agent is missing, of an open document or of a name that no file bears. */
export const whyMethod = 'dossier/why';

export type WhyParams = { readonly uri: string } | { readonly name: string };

export interface WhyAnswer {
  /** Empty for what is no program's own word. */
  readonly hostName: string;
  readonly kind: 'lost' | 'hidden' | 'there';
  readonly message: string;
  /** 0-based; null for the file as a whole. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  } | null;
  /** The characters that are to blame, in one line; null where they cannot be told. */
  readonly blame: string | null;
}

/** The command that a code action carries: asks for hosts and makes the document valid for them. */
export const validForCommand = 'dossier.makeValid';

/** Request `dossier/agents`: every agent file of the open folders, an item a host that owns its place. */
export const agentsMethod = 'dossier/agents';

export interface AgentsParams {
  /** Looks at the folders anew: what is found then is told as a change. */
  readonly anew?: boolean;
}

/** Notification `dossier/agentsChanged`, for who has asked once: the answer would be another now. */
export const agentsChangedMethod = 'dossier/agentsChanged';

export interface AgentItem {
  readonly uri: string;
  /** The workspace folder that holds it, as a URI; null outside of all. */
  readonly folder: string | null;
  /** Below that folder, with `/` between the parts; with `~` for the user's home. */
  readonly path: string;
  readonly host: string;
  readonly hostName: string;
  readonly scope: 'project' | 'user' | 'plugin';
  /** It stands in a file of configuration, with others. */
  readonly isConfigured: boolean;
  /** Where its name stands there; null for an agent with a file of its own. */
  readonly start: { readonly line: number; readonly character: number } | null;
  /** What others call it by; null where the host finds no agent in the file. */
  readonly id: string | null;
  /** What is shown of it: the file's name where there is no agent. */
  readonly name: string;
  /** Its beginning, in one line. */
  readonly description: string | null;
  readonly color: AgentCard['color'];
  /** Null where the session's own is used. */
  readonly model: string | null;
  readonly fate: string;
  readonly tone: HostCard['tone'];
  readonly headline: string;
  /** `will not start (color)`; empty where there is an agent. */
  readonly lost: string;
  /** Another file of this name, which the host takes, or for the sake of which it takes none. */
  readonly shadowedBy: string | null;
  /** The file of another agent of this name, where it is left to chance which of them is taken. */
  readonly sharesName: string | null;
  /** What there is to say of the shared name; empty where there is none. */
  readonly nameSays: string;
  /** Where it would be read by another program of that folder too, as a URI; null where it lies well. */
  readonly movesTo: string | null;
}

/** Request `dossier/graph`: who may call whom among the agents of the open folders. Told of changes as for `dossier/agents`. */
export const graphMethod = 'dossier/graph';

export interface Graph {
  /** How many agents there are, drawn or not. */
  readonly count: number;
  /** There are more links than are told. */
  readonly isCut: boolean;
  /** In the order of the files; empty ones are left out. */
  readonly folders: readonly GraphFolder[];
  /** Names that no agent here bears, and all agents together. */
  readonly others: readonly {
    readonly key: string;
    readonly name: string;
    readonly isMissing: boolean;
  }[];
  readonly links: readonly GraphLink[];
}

export interface GraphFolder {
  readonly name: string;
  /** Agents in it; of very many those without a link are counted and not told. */
  readonly count: number;
  readonly agents: readonly GraphAgent[];
}

export interface GraphAgent {
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  readonly path: string;
  readonly hosts: readonly string[];
  /** `Read`, `Change files`... */
  readonly abilities: readonly { readonly label: string; readonly isPower: boolean }[];
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** `may call, escalates: runs commands` */
  readonly words: string;
  readonly isHandoff: boolean;
  readonly asks: boolean;
  readonly isCycle: boolean;
  readonly isEscalation: boolean;
}

/** The command that a lens with references carries: lists the places that name the agent at a position of a document. */
export const referencesCommand = 'dossier.showReferences';

/** The command that a verdict lens carries: opens the persona of the document, at that host. */
export const lensCommand = 'dossier.previewPersona';
