// All agents of the open folders, as a list and as a delegation graph.

import type { AgentCard, HostCard } from './persona';

/** Request `dossier/agents`: all agents of the open folders, an item per file and host that reads it. */
export const agentsMethod = 'dossier/agents';

export interface AgentsParams {
  /** Scans the folders again; the result is sent as a change. */
  readonly shouldRescan?: boolean;
  /** Skills and commands are listed, too. */
  readonly withSkills?: boolean;
}

/**
 * Request `dossier/agentPage`: a part of the same list, with the items of some hundred files. All of them at once are more than a
 * hundred megabytes in a workspace with 100,000 agents, and the server answers nothing else while it makes them.
 */
export const agentPageMethod = 'dossier/agentPage';

export interface AgentPageParams extends AgentsParams {
  /** The `next` of the page before; null for the first page. */
  readonly after: string | null;
}

export interface AgentPage {
  readonly items: readonly AgentItem[];
  /** Null for the last page. */
  readonly next: string | null;
  /** On the last page with skills: the programs whose lists have no room for all descriptions. Otherwise empty. */
  readonly lists: readonly SkillListLabel[];
}

export interface SkillListLabel {
  /** The id of the program. */
  readonly host: string;
  /** `12 of 68 skills without description` */
  readonly label: string;
}

/** Notification `dossier/agentsChanged`, sent after the first request: the answer is outdated. */
export const agentsChangedMethod = 'dossier/agentsChanged';

export interface AgentItem {
  readonly kind: 'agent' | 'skill' | 'command';
  readonly uri: string;
  /** The workspace folder that contains it, as a URI; null outside all folders. */
  readonly folder: string | null;
  /** Relative to that folder, with `/` as separator; with `~` for the user's home. */
  readonly path: string;
  readonly host: string;
  readonly hostName: string;
  /** The lower, the earlier the program is listed: the user's programs come first. */
  readonly hostRank: number;
  /** The user chose the program, or has not chosen any. */
  readonly isMine: boolean;
  /** `owner`: the file is in the host's own folder. `guest`: the host reads a folder of another host. */
  readonly role: 'owner' | 'guest';
  readonly scope: 'project' | 'user' | 'plugin';
  /** It is defined in a configuration file, which can define several. */
  readonly isConfigured: boolean;
  /** Where its name is in that file; null for an agent with a file of its own. */
  readonly start: { readonly line: number; readonly character: number } | null;
  /** The name that other agents use for it; null where the host loads no agent from the file. */
  readonly id: string | null;
  /** The display name: the file name where there is no agent. */
  readonly name: string;
  /** The beginning of the description, in one line. */
  readonly description: string | null;
  readonly color: AgentCard['color'];
  /** Null where the model of the session is used. */
  readonly model: string | null;
  readonly outcome: string;
  readonly tone: HostCard['tone'];
  readonly headline: string;
  /** `does not start (color)`; empty where there is an agent. */
  readonly problem: string;
  /** `users only`: who can call a skill or a command; empty for an agent, and where that is not known. */
  readonly callers: string;
  /** Another file with an agent of this name, which the host uses instead, or which makes it use neither. */
  readonly shadowedBy: string | null;
  /** The file of another agent of this name, where it is undefined which of them the host uses. */
  readonly sameNameAs: string | null;
  /** A sentence on the shared name; empty where no other agent has it. */
  readonly nameConflict: string;
  /** A location where one more host would read it, as a URI; null where there is none. */
  readonly moveTarget: string | null;
  /** Where a person starts a conversation with it; null where that is not known or not possible. */
  readonly startsIn: 'chat' | 'terminal' | null;
}

/** Request `dossier/agentName`: where a document contains the name of its agent. Null if it is not open or has no agent. */
export const agentNameMethod = 'dossier/agentName';

export interface AgentNameParams {
  readonly uri: string;
}

export interface AgentName {
  /** The name, without the prefix that a plugin adds. */
  readonly name: string;
  /** The name in the file; empty at the start of a file whose agent is named after its path. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** Request `dossier/moveTargets`: the folders to which a file can be moved, the user's programs first. */
export const moveTargetsMethod = 'dossier/moveTargets';

export interface MoveTargetsParams {
  readonly uri: string;
}

export interface MoveTargets {
  readonly targets: readonly {
    readonly host: string;
    readonly hostName: string;
    readonly uri: string;
    /** Relative to the workspace folder. */
    readonly path: string;
    /** Whether the program reads the file where it is. */
    readonly isReader: boolean;
  }[];
}

/** Request `dossier/graph`: which agents of the open folders can call which. Changes are notified as for `dossier/agents`. */
export const graphMethod = 'dossier/graph';

export interface Graph {
  /** The number of agents, listed or not. */
  readonly count: number;
  /** There are more links than are listed. */
  readonly isTruncated: boolean;
  /** Those of the project first, otherwise in the order of the files; without empty folders. */
  readonly folders: readonly GraphFolder[];
  /** Nodes that are not agents: names that no agent has, the node for all agents, and files that name agents. */
  readonly others: readonly {
    readonly key: string;
    readonly name: string;
    readonly isMissing: boolean;
    /** Of a prompt file, command or skill; null for a name. */
    readonly uri: string | null;
    readonly path: string | null;
  }[];
  readonly links: readonly GraphLink[];
}

export interface GraphFolder {
  readonly name: string;
  /** Of a plugin or collection, next to folders of the project's own. It is collapsed initially. */
  readonly isForeign: boolean;
  /** The number of agents in it; where there are very many, those without a link are not listed. */
  readonly count: number;
  readonly agents: readonly GraphAgent[];
}

export interface GraphAgent {
  readonly key: string;
  /** As the author wrote it. */
  readonly name: string;
  /** Other names by which programs call it. */
  readonly ids: readonly string[];
  readonly uri: string;
  readonly path: string;
  readonly hosts: readonly string[];
  /** `Read`, `Change files`... Before them, of a host that lists no tools: `read-only`, `tools unknown`, `every tool`. */
  readonly capabilities: readonly { readonly label: string; readonly isPrivilege: boolean }[];
}

export interface GraphLink {
  readonly from: string;
  readonly to: string;
  /** `call, escalation: runs commands` */
  readonly label: string;
  readonly isHandoff: boolean;
  /** Only the prompt names it. */
  readonly isMention: boolean;
  /** From a prompt file, command or skill that runs in the agent. */
  readonly isStart: boolean;
  /** From an agent to a skill that one of its fields names. */
  readonly isLoad: boolean;
  readonly isApprovalRequired: boolean;
  readonly isCycle: boolean;
  readonly isEscalation: boolean;
}
