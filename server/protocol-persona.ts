// What the preview of a persona asks for, and how it is answered.

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
