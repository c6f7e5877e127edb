// Every agent of the open folders, as a list and as a graph of who may call whom.

import type { AgentCard, HostCard } from './protocol-persona';

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
