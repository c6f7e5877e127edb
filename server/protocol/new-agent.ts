// Requests of the commands that create a new agent.

/** Request `dossier/skeletons`: whole new files of agents, skills and commands, for the commands that create them. */
export const skeletonsMethod = 'dossier/skeletons';

export interface AgentSkeleton {
  readonly subject: 'agent' | 'skill' | 'command';
  readonly host: string;
  readonly hostName: string;
  /** Below a workspace folder, with `{name}` for the name: `.claude/agents/{name}.md`. */
  readonly path: string;
  /** A snippet. */
  readonly text: string;
}

/** Request `dossier/newAgent/choices`: the options for a new agent. */
export const newAgentChoicesMethod = 'dossier/newAgent/choices';

export interface NewAgentChoices {
  readonly hosts: readonly {
    readonly host: string;
    readonly hostName: string;
    /** The folder for agents of a project: `.claude/agents`. */
    readonly folder: string;
    /** The folder for agents of the user, relative to the home folder; null where the host has none. */
    readonly userFolder: string | null;
    readonly models: readonly { readonly id: string; readonly description: string }[];
    readonly hasColors: boolean;
  }[];
  readonly roles: readonly {
    readonly id: string;
    readonly title: string;
    readonly description: string;
    readonly capabilities: readonly string[];
  }[];
  /** From harmless to far-reaching. */
  readonly capabilities: readonly {
    readonly id: string;
    readonly label: string;
    readonly isPrivilege: boolean;
  }[];
  readonly colors: readonly { readonly name: string; readonly hex: string }[];
}

/** Request `dossier/newAgent/files`: the files of a new agent, and whether its name is available. Writes nothing. */
export const newAgentFilesMethod = 'dossier/newAgent/files';

export interface NewAgentParams {
  /** The project, as a URI. */
  readonly folder: string;
  readonly scope: 'project' | 'user';
  readonly hosts: readonly string[];
  readonly name: string;
  readonly role?: string | undefined;
  /** What the agent is for, in the user's words; without a role, it determines the description and the prompt. */
  readonly purpose?: string | undefined;
  readonly description?: string | undefined;
  readonly capabilities?: readonly string[] | undefined;
  readonly model?: string | undefined;
  readonly color?: string | undefined;
  /** Replaces the prompt of the role. */
  readonly prompt?: string | undefined;
}

export interface NewAgentFiles {
  /** Why the agent cannot be created; null where it can. */
  readonly error: string | null;
  /** How it would affect other agents; null where it would not. */
  readonly warning: string | null;
  /** A similar name that is available; null where this one is, or none was found. */
  readonly suggestion: string | null;
  /** The description that the files contain; null for the default of the name. */
  readonly description: string | null;
  readonly files: readonly {
    readonly uri: string;
    /** Relative to the project, or with `~` for the home folder. */
    readonly path: string;
    readonly text: string;
    readonly hostNames: readonly string[];
    /** The tools that each of these hosts grants; null for all of its tools. */
    readonly grants: readonly {
      readonly hostName: string;
      readonly tools: readonly string[] | null;
      /** What is known instead of its tools: `read-only`. Null where the tools say it. */
      readonly limit: string | null;
    }[];
  }[];
  /** The hosts in which the agent may change files or run commands although that was not chosen. */
  readonly unlimited: readonly string[];
}
