// Dossier's own requests and notifications in addition to LSP, shared with the client. Plain data only.
export * from './agents';
export * from './convert';
export * from './guards';
export * from './new-agent';
export * from './persona';
export * from './plugins';
export * from './tools';

import type { HostCard, SentText } from './persona';

/** Notification `dossier/status` from the server: what hosts do with an open document. */
export const statusMethod = 'dossier/status';

export interface StatusParams {
  readonly uri: string;
  /** One per host, as in `PersonaCard`; empty where no host reads the file. */
  readonly hosts: readonly (Pick<
    HostCard,
    | 'host'
    | 'hostName'
    | 'hostVersion'
    | 'versionBy'
    | 'verified'
    | 'role'
    | 'outcome'
    | 'tone'
    | 'headline'
  > & {
    /** The essentials with the name of the host: `Claude Code: 5 of 8 tools`. */
    readonly label: string;
  })[];
}

/** `initializationOptions` that our client sends. All are optional for other clients. */
export interface ClientOptions {
  /** Present where VS Code's own prompt-file support is active, which handles chatagent, prompt, instructions and skill documents. */
  readonly builtinPrompts?: { readonly version: string; readonly mode: 'auto' | 'on' | 'off' };
  /** The id of the host that is the running editor; absent: none is. */
  readonly editor?: string;
  /** Translations of messages by their English templates; absent: messages are in English. */
  readonly translations?: Readonly<Record<string, string>>;
  /** URI of the folder with the rule pages, for links in diagnostics. */
  readonly docs?: string;
  /** URI schemes of editable documents; absent: `file` only. */
  readonly schemes?: readonly string[];
}

/** Notification `dossier/editorTools` from the client: the names of the tools and models that this editor has. */
export const editorToolsMethod = 'dossier/editorTools';

export interface EditorToolsParams {
  readonly tools: readonly string[];
  /** Names as in the model picker: `GPT-5 (copilot)`. */
  readonly models: readonly string[];
}

/** Request `dossier/programs`: the programs to choose from. */
export const programsMethod = 'dossier/programs';

export interface ProgramsAnswer {
  /** Those that the author seems to use, most reliable first. */
  readonly detected: readonly Program[];
  /** All programs, by name. */
  readonly all: readonly Program[];
}

export interface Program {
  readonly host: string;
  readonly hostName: string;
}

/** Request `dossier/installedExtensions` to the client: which of these extensions are installed in the editor. */
export const installedExtensionsMethod = 'dossier/installedExtensions';

export interface InstalledExtensions {
  /** Ids in lowercase, such as `publisher.name`. */
  readonly extensions: readonly string[];
}

/**
 * Request `dossier/files` to the client from a server that cannot read files itself: all files of the open folders whose paths
 * match the globs, with their content.
 */
export const filesMethod = 'dossier/files';

export interface FilesParams {
  readonly globs: readonly string[];
}

export interface FilesAnswer {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** Request `dossier/texts` to the client: the current content of files; null for one that cannot be read. */
export const textsMethod = 'dossier/texts';

export interface TextsParams {
  readonly uris: readonly string[];
}

export interface TextsAnswer {
  readonly texts: readonly (string | null)[];
}

/** Request `dossier/report`: a minimal case of what a host does with a document, as Markdown for a bug report. */
export const reportMethod = 'dossier/report';

export interface ReportParams {
  readonly uri: string;
  readonly host: string;
}

/** Request `dossier/indentation`: the spaces to insert at the start of a line that was just begun; an empty string for none. */
export const indentationMethod = 'dossier/indentation';

export interface IndentationParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Request `dossier/fixAll`: all safe fixes of a document. Null for one that is not open. */
export const fixAllMethod = 'dossier/fixAll';

export interface FixAllParams {
  readonly uri: string;
}

export interface FixAllAnswer {
  /** Version of the document to which the edits apply. */
  readonly version: number;
  /** The number of problems that the edits fix. */
  readonly count: number;
  readonly edits: ProtocolEdits;
}

type ProtocolEdits = readonly {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}[];

/** Request `dossier/validFor`: the smallest change after which several hosts load a document. Null for one that is not open. */
export const validForMethod = 'dossier/validFor';

export interface ValidForParams {
  readonly uri: string;
  /** Empty: only the current result of each host is requested. */
  readonly hosts: readonly string[];
}

export interface ValidFor {
  /** Version of the document that was evaluated. */
  readonly version: number;
  /** Every host; those that read the file where it is come first. */
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** `loads as reviewer`, `does not start (color)`. */
    readonly result: string;
    /** Whether there is an agent that can start. */
    readonly isLoaded: boolean;
    /** Whether it reads the file at its location; otherwise the file is evaluated as if it were in that host's own folder. */
    readonly isHere: boolean;
    /** Whether the file was written for it, or the user selected it in the settings. */
    readonly isIntended: boolean;
  }[];
  /** What prevents the selected hosts from loading the file. */
  readonly blocked: readonly {
    readonly host: string;
    readonly hostName: string;
    readonly message: string;
    /** 0-based; null for the whole file. */
    readonly line: number | null;
  }[];
  /** Null where no change is needed, or none is possible. */
  readonly change: {
    readonly steps: readonly string[];
    /** Why each step is needed, in the same order. */
    readonly reasons: readonly {
      readonly hostName: string;
      readonly message: string;
      /** 0-based line in the new text. */
      readonly line: number;
    }[];
    /** The new text. */
    readonly text: string;
    readonly edits: ProtocolEdits;
  } | null;
  /** What the change loses, or why there is none. */
  readonly notes: readonly string[];
}

/** Request `dossier/why`: why an agent is missing, for a document or for a name that no agent has. */
export const whyMethod = 'dossier/why';

export type WhyParams =
  | {
      readonly uri: string;
      /** The text of a document that the client does not synchronize. */
      readonly sent?: SentText;
    }
  | { readonly name: string };

export interface WhyAnswer {
  /** Empty for a reason that is not about one host. */
  readonly hostName: string;
  readonly kind: 'lost' | 'unavailable' | 'loaded';
  readonly message: string;
  /** 0-based; null for the file as a whole. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  } | null;
  /** The characters that cause the problem, in one line; null where they cannot be determined. */
  readonly cause: string | null;
}

/** Command of a code action: asks for hosts and makes the document valid for them. */
export const validForCommand = 'dossier.makeValid';

/** Command of a code action: renames the agent at a position of a document. */
export const renameAgentCommand = 'dossier.renameAgent';

/** Command of a code action: disables a rule in the settings of the workspace. */
export const disableRuleCommand = 'dossier.disableRule';

/** Command of a code action: asks which of several code actions to apply. Its arguments are its title and these actions. */
export const chooseActionCommand = 'dossier.chooseAction';

/** Command of a code action: shows the documentation of a rule, by its name. */
export const showRuleCommand = 'dossier.showRule';

/** Command of the references lens: shows the references to the agent at a position of a document. */
export const referencesCommand = 'dossier.showReferences';

/** Command of a host's lens: opens the persona of the document for that host. */
export const lensCommand = 'dossier.previewPersona';
