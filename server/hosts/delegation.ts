// What a host lets an agent do that another one called: how deep calls go, and who may begin them.
import type { Evidence } from './evidence';
import type { Persona } from './persona';

export interface Delegation {
  /** How many agents deep: 1 where an agent that was called can call none. */
  readonly depth: number;
  /** Completes "<Host> ...": `stops at three agents deep`. */
  readonly says: string;
  /** A person can begin a session with it. An agent that is only ever called begins no chain. */
  readonly leads: (persona: Persona) => boolean;
  /** An agent that lists another by name may call it, though the other is closed to all that do not. */
  readonly namingOpens?: true;
  /** What the caller is not allowed, the agent it calls is not allowed either: nothing is gained by a call. */
  readonly keepsLimits?: true;
  /** What becomes of an agent that nobody leads with, is offered or names. Completes "<Host> ...". */
  readonly unreached?: string;
  readonly evidence: Evidence;
}
