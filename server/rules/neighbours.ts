// What rules know of the agents around a file. The workspace's index answers; rules only ask.
import type { FileFate, Reason } from '../hosts/fate';
import type { Host } from '../hosts/host';
import type { Place } from '../hosts/place';
import type { Power } from '../hosts/powers';
import type { Reference } from '../hosts/reference';
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
  readonly name: string | null;
  readonly description: string | null;
  /** As the host sends it. */
  readonly model: string | null;
  readonly color: string | null;
  /** Null for every tool. */
  readonly tools: readonly string[] | null;
  /** Where its name stands in the file; null where the path gives it. */
  readonly nameSpan: Span | null;
  readonly references: readonly Reference[];
  /** What it may do of the far-reaching kind. */
  readonly powers: readonly Power[];
  /** It has the tool for calling others: a list of them alone lets it call none. */
  readonly canCall: boolean;
  /** A person can begin a session with it. */
  readonly leads: boolean;
  /** Agents that do not name it may be offered it. */
  readonly isOffered: boolean;
}

export interface Neighbours {
  /** How many files are known. */
  readonly size: number;
  /** Another number whenever an answer may be another. */
  readonly revision: number;
  /** Every agent that the host calls so, in the order of their paths. */
  readonly called: (host: Host, id: string) => readonly KnownAgent[];
  /** The agents with a reference to this id, in the order of their paths. */
  readonly callers: (host: Host, id: string) => readonly KnownAgent[];
  /** What the host calls its agents by, each once, in order. */
  readonly ids: (host: Host) => readonly string[];
}

/** Nobody around. */
export const alone: Neighbours = {
  size: 0,
  revision: 0,
  called: () => [],
  callers: () => [],
  ids: () => [],
};
