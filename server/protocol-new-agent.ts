// What the command that makes a new agent asks for.

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
