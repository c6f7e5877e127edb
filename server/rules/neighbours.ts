// What rules know of the agents around a file. The workspace's index answers; rules only ask.
import type { Capability } from '../hosts/capabilities';
import type { FileFate, Reason } from '../hosts/fate';
import type { Host } from '../hosts/host';
import type { Mention } from '../hosts/mention';
import type { NeighbourDeed, NeighbourName } from '../hosts/neighbour';
import type { Place } from '../hosts/place';
import type { Power } from '../hosts/powers';
import type { Reference, ReferenceKind } from '../hosts/reference';
import type { Span } from '../text/span';

/** An agent file as one host sees it: what is kept of it without its text. */
export interface KnownAgent {
  readonly path: string;
  readonly place: Place;
  readonly fate: FileFate;
  readonly reason: Reason | null;
  readonly runs: boolean | null;
  /** What costs the agent; empty where there is one. */
  readonly blame: string;
  /** What others call it by; null where there is no agent. */
  readonly id: string | null;
  /** The name of which there is no other agent because of this file, which is none itself; null for nearly all. */
  readonly silences: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** As the host sends it. */
  readonly model: string | null;
  /** As written, where it is one name. */
  readonly writtenModel: string | null;
  readonly color: string | null;
  /** Null for every tool. */
  readonly tools: readonly string[] | null;
  /** The names of its written list in one spelling, in order, without those of servers; null where it has none. */
  readonly writtenTools: string | null;
  /** Names in its list that only an MCP server or an extension can bring. */
  readonly unverified: readonly string[];
  /** Where its name stands in the file; null where the path gives it. */
  readonly nameSpan: Span | null;
  readonly references: readonly Reference[];
  /** The words of its prompt that name an agent, if there is one of that name. */
  readonly mentions: readonly Mention[];
  /** What its tools let it do, from the harmless to the far-reaching. */
  readonly abilities: readonly Capability[];
  /** What it may do of the far-reaching kind. */
  readonly powers: readonly Power[];
  /** The same, if each denial removed no more than it says. */
  readonly intendedPowers: readonly Power[];
  /** It has the tool for calling others: a list of them alone lets it call none. */
  readonly canCall: boolean;
  /** A person can begin a session with it. */
  readonly leads: boolean;
  /** Agents that do not name it may be offered it. */
  readonly isOffered: boolean;
  /** What it brings along for itself alone: its own MCP servers. */
  readonly brings: readonly NeighbourName[];
  /** Its own file says that it is not switched off: no configuration can. */
  readonly staysOn: boolean;
  /** It stands in a file of configuration beside others, and is not judged. */
  readonly isConfigured: boolean;
}

/** A name in a file beside the agents, as one host reads it. */
export interface KnownName extends NeighbourName {
  readonly path: string;
  readonly host: Host;
  readonly scope: 'project' | 'user' | 'plugin';
  /** The project, home or plugin that the file counts for. */
  readonly root: string;
}

/** As people say it: without the root, and with `~` for a user's home. */
export const shortPathOf = ({ path, root, scope }: KnownName): string => {
  const below = root === '' ? path : path.slice(root.length + 1);
  return scope === 'user' ? `~/${below}` : below;
};

export interface Neighbours {
  /** How many files are known. */
  readonly size: number;
  /** Another number whenever an answer may be another. */
  readonly revision: number;
  /** Every agent that the host calls so, in the order of their paths. */
  readonly called: (host: Host, id: string) => readonly KnownAgent[];
  /** Every agent that some host calls so, as they came: nearly always those of one file. */
  readonly inAnyHost: (id: string) => readonly KnownAgent[];
  /** Files that are no agents, and because of which others so called may be none. In the order of their paths. */
  readonly silencing: (host: Host, id: string) => readonly KnownAgent[];
  /** The agents with a reference to this id, in the order of their paths. */
  readonly callers: (host: Host, id: string) => readonly KnownAgent[];
  /** What the host calls its agents by, each once, in order. */
  readonly ids: (host: Host) => readonly string[];
  /** Where the files beside the agents bring, name or deny something of a name, in the order of their paths. */
  readonly beside: (
    host: Host,
    kind: ReferenceKind,
    does: NeighbourDeed,
    name: string,
  ) => readonly KnownName[];
  /** Every name of that kind that some file brings, each once, in order. */
  readonly brought: (host: Host, kind: ReferenceKind) => readonly string[];
  /** Whether a file is there, by its whole path; null where nobody can say. */
  readonly hasFile: ((path: string) => boolean) | null;
  /** The user's own files are known too, and none of the others was there and could not be read. */
  readonly seesAll: boolean;
  /** What lies around the files has been looked for: one that is alone is so. */
  readonly seesAround: boolean;
}

/** Nobody around. */
export const alone: Neighbours = {
  size: 0,
  revision: 0,
  called: () => [],
  inAnyHost: () => [],
  silencing: () => [],
  callers: () => [],
  ids: () => [],
  beside: () => [],
  brought: () => [],
  hasFile: null,
  seesAll: false,
  seesAround: false,
};
