// Requests of the commands that convert agents between hosts.
import type { SentText } from './persona';

/** Command: converts an agent; the Agents view passes the URI and the ID of the other host. */
export const convertAgentCommand = 'dossier.convertAgent';

/** Request `dossier/convertTargets`: the hosts to which the agent of a document can be converted. Null without an agent. */
export const convertTargetsMethod = 'dossier/convertTargets';

export interface ConvertTargetsParams {
  readonly uri: string;
  /** The text of a document that the client does not synchronize. */
  readonly sent?: SentText;
}

/** What is converted. */
export type ConvertedKind = 'agent' | 'skill' | 'command';

export interface ConvertTargets {
  readonly kind: ConvertedKind;
  /** The host that owns the file, or for which it was written. */
  readonly host: string;
  readonly hostName: string;
  /** `as`: a command becomes a skill. */
  readonly targets: readonly {
    readonly host: string;
    readonly hostName: string;
    readonly as?: 'skill';
  }[];
}

/** Request `dossier/convert`: the agent of a document for another host. Writes nothing. Null without an agent. */
export const convertMethod = 'dossier/convert';

export interface ConvertParams extends ConvertTargetsParams {
  /** The host to convert from; absent: as in `ConvertTargets`. */
  readonly from?: string | undefined;
  readonly to: string;
  /** What a command becomes; absent: a command where the host has these. */
  readonly as?: 'skill' | undefined;
  /** By the id of a choice: the value of the selected option. */
  readonly choices: Readonly<Record<string, string>>;
}

export interface ConvertAnswer {
  readonly kind: ConvertedKind;
  /** The folder that is copied with a skill, and where to, as URIs; null where there is only the file. */
  readonly folder: { readonly from: string; readonly to: string } | null;
  readonly fromName: string;
  readonly hostName: string;
  readonly uri: string;
  /** Relative to the project, or with `~` for the home folder. */
  readonly path: string;
  /** Null where the other host cannot have the agent. */
  readonly text: string | null;
  /** The agent could do more in the other host, or would not be loaded. */
  readonly isRefused: boolean;
  /** Whether there is a file at the path already. */
  readonly exists: boolean;
  readonly rows: readonly ConvertRow[];
  readonly choices: readonly ConvertChoice[];
}

export interface ConvertRow {
  /** As people read it: `create files`. */
  readonly part: string;
  readonly change: 'same' | 'narrower' | 'wider' | 'moved' | 'lost' | 'decision';
  readonly why: string;
  /** 0-based; null where the source does not contain the part. */
  readonly line: number | null;
}

export interface ConvertChoice {
  readonly id: string;
  /** What is decided, as people read it. */
  readonly label: string;
  readonly why: string;
  readonly chosen: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** The agent could do more than in the source. */
    readonly isWider: boolean;
  }[];
}

/** Request `dossier/convertFolder`: all agents below a folder for another host. */
export const convertFolderMethod = 'dossier/convertFolder';

export interface ConvertFolderParams {
  readonly uri: string;
  readonly to: string;
}

export interface ConvertFolderAnswer {
  readonly hostName: string;
  readonly files: readonly (ConvertAnswer & { readonly source: string })[];
}

/** Request `dossier/copies`: the files that hold the same agent for other hosts. */
export const copiesMethod = 'dossier/copies';

/** What a user decided when an agent was converted. */
export interface DecidedConversion {
  /** The URI of the agent. */
  readonly source: string;
  /** The URI of its copy. */
  readonly copy: string;
  readonly choices: ConvertParams['choices'];
}

export interface CopiesParams extends ConvertTargetsParams {
  /** Conversions of the document, and those that made it. */
  readonly decided?: readonly DecidedConversion[];
}

export interface AgentCopy {
  readonly host: string;
  readonly hostName: string;
  /** The agent from which the copy is made: the document, or what the document was made from. */
  readonly source: string;
  readonly from: string;
  readonly fromName: string;
  readonly uri: string;
  readonly path: string;
  /** What was decided at the conversion and still applies: the part, and the label of the option. */
  readonly decisions: readonly { readonly part: string; readonly label: string }[];
  /** What differs in effect, as whole sentences; empty where the copy has the same effect. */
  readonly differences: readonly string[];
  /** The agent of the document as it is converted now; null where it cannot be converted. */
  readonly text: string | null;
  readonly isRefused: boolean;
}

/** Request `dossier/copySkill`: copies the folder of a skill, all of it or nothing. Null, or why it was not copied. */
export const copySkillMethod = 'dossier/copySkill';

export interface CopySkillParams {
  /** The URIs of both folders. */
  readonly from: string;
  readonly to: string;
  /** The text of the new SKILL.md. */
  readonly text: string;
}
