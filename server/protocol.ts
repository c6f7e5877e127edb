// Our own requests beside the language server protocol, shared with the client. Plain data only.
export * from './protocol-agents';
export * from './protocol-new-agent';
export * from './protocol-persona';

import type { HostCard } from './protocol-persona';

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
  /** Translations of messages by their English templates; absent: messages are in English. */
  readonly translations?: Readonly<Record<string, string>>;
  /** Folder with the rule pages, as a URI; links of findings lead there. */
  readonly docs?: string;
  /** Schemes of documents that are written; absent: files alone. */
  readonly schemes?: readonly string[];
}

/** Notification `dossier/editorTools` from the client: what agents call the tools and models that this editor has. */
export const editorToolsMethod = 'dossier/editorTools';

export interface EditorToolsParams {
  readonly tools: readonly string[];
  /** By the names of the picker: `GPT-5 (copilot)`. */
  readonly models: readonly string[];
}

/**
 * Request `dossier/files` to the client, of a server that cannot read files itself: all files of the open folders whose paths
 * fit the globs, with what stands in them.
 */
export const filesMethod = 'dossier/files';

export interface FilesParams {
  readonly globs: readonly string[];
}

export interface FilesAnswer {
  readonly files: readonly { readonly uri: string; readonly text: string }[];
}

/** Request `dossier/texts` to the client: what stands in these files now; null for one that cannot be read. */
export const textsMethod = 'dossier/texts';

export interface TextsParams {
  readonly uris: readonly string[];
}

export interface TextsAnswer {
  readonly texts: readonly (string | null)[];
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

/** The command that a code action carries: gives an agent another name, at a position of a document. */
export const renameAgentCommand = 'dossier.renameAgent';

/** The command that a code action carries: switches a rule off in the settings of the workspace. */
export const disableRuleCommand = 'dossier.disableRule';

/** The command that a code action carries: shows the page of a rule, by its name. */
export const showRuleCommand = 'dossier.showRule';

/** The command that a lens with references carries: lists the places that name the agent at a position of a document. */
export const referencesCommand = 'dossier.showReferences';

/** The command that a verdict lens carries: opens the persona of the document, at that host. */
export const lensCommand = 'dossier.previewPersona';
