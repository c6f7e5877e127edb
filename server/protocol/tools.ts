// The requests with which the preview changes an agent: its tools, the fixes of its findings, and a version for another host.
// None of them writes a file: they return edits for the version of the document that they name.
import type { NewAgentParams } from './new-agent';
import type { ShownFile } from './persona';

export interface ProtocolEdit {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

/** Request `dossier/setTools`: the edits that grant or revoke tools in one host. Null where it has no agent. */
export const setToolsMethod = 'dossier/setTools';

export interface SetToolsParams extends HostParams {
  readonly changes: readonly ToolChange[];
}

export interface ToolChange {
  /** A name of the host, or a name as the file writes it. */
  readonly tool: string;
  readonly granted: boolean;
}

export interface SetTools {
  /** Version of the document to which the edits apply. */
  readonly version: number;
  /** Empty where there is nothing to change. */
  readonly edits: readonly ProtocolEdit[];
  /** Whole sentences on what else the edits change, to confirm first; null where they change nothing else. */
  readonly question: string | null;
  /** Why there are no edits, as a sentence; null where there are some or none are needed. */
  readonly problem: string | null;
}

/**
 * Request `dossier/setToolInCopies`: the edits that grant or revoke a tool in an agent and in its copies for other hosts. Null where
 * the host has no agent.
 */
export const setToolInCopiesMethod = 'dossier/setToolInCopies';

export interface SetToolInCopiesParams extends HostParams {
  readonly change: ToolChange;
}

export interface ToolInCopies {
  /** That of the agent first, then its copies; without copies only the first. */
  readonly files: readonly ToolInCopy[];
}

export interface ToolInCopy {
  readonly uri: string;
  /** As people read it. */
  readonly path: string;
  /** The hosts whose agent the file is: "VS Code and Copilot CLI". */
  readonly hostNames: string;
  /** Version of the document to which the edits apply; null for a file that is not open. */
  readonly version: number | null;
  /** Empty where there is nothing to change, or a problem. */
  readonly edits: readonly ProtocolEdit[];
  /** What else the edits change, and what still allows the same, as whole sentences. */
  readonly notes: readonly string[];
  /** Why there are no edits, as a sentence; null where there are some or none are needed. */
  readonly problem: string | null;
}

/** Request `dossier/toolChoices`: the tools that an agent could have in one host. Null where it has no agent. */
export const toolChoicesMethod = 'dossier/toolChoices';

export interface HostParams extends ShownFile {
  readonly host: string;
}

export interface ToolChoices {
  readonly hostName: string;
  /** Without empty groups. */
  readonly groups: readonly ToolChoiceGroup[];
}

export interface ToolChoiceGroup {
  /** "Change files" */
  readonly label: string;
  readonly tools: readonly ToolChoice[];
}

export interface ToolChoice {
  readonly tool: string;
  /** "asks", "with write, apply_patch"; may be empty. */
  readonly note: string;
  /** What it does, as a sentence; may be empty. */
  readonly means: string;
  readonly isGranted: boolean;
}

/** Request `dossier/findingFixes`: the fixes of a finding of a card, the best first. */
export const findingFixesMethod = 'dossier/findingFixes';

/** Identifies the finding in the current version of the document, as a card may be older. */
export interface FindingFixesParams extends HostParams {
  readonly rule: string;
  readonly message: string;
  readonly line: number | null;
}

export interface FindingFixes {
  readonly version: number;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly ProtocolEdit[];
    /** As `CardFinding.fixTakesFrom`. */
    readonly takesFrom: string;
  }[];
}

/** Request `dossier/newVersion`: an agent of one host as a new agent for another. Null where it has no agent. */
export const newVersionMethod = 'dossier/newVersion';

/** `host` is the one whose agent it is. */
export interface NewVersionParams extends HostParams {
  /** The host that the new file is for. */
  readonly target: string;
}

export interface NewVersion {
  readonly hostName: string;
  readonly agent: Omit<NewAgentParams, 'folder'>;
  /** What the new agent does not have, as whole sentences. */
  readonly notes: readonly string[];
}
