// What a host lets an agent do that another one called: how deep calls go, and who may begin them.

import type { Message } from '../text/message';
import type { Evidence } from './evidence';
import type { Persona } from './persona';
import { gainedBy, type Power } from './powers';

export interface Delegation {
  /** How many agents deep: 1 where an agent that was called can call none. */
  readonly depth: number;
  /** Completes "<Host> ...": `stops at three agents deep`. */
  readonly effect: Message;
  /** A person can begin a session with it. An agent that is only ever called begins no chain. */
  readonly leads: (persona: Persona) => boolean;
  /** An agent that lists another by name may call it, though the other is closed to all that do not. */
  readonly namingOpens?: true;
  /** What the caller is not allowed, the agent it calls is not allowed either: nothing is gained by a call. */
  readonly keepsLimits?: true;
  /** An agent whose file names no tools works with those of the agent that called it. */
  readonly lendsTools?: true;
  /**
   * What becomes of an agent that no one leads with, is offered or names, with the lists that could name it. Completes
   * "<Host> ...".
   */
  readonly unreached?: Message;
  readonly evidence: Evidence;
}

/** What a call gives: to do by the other what the caller may not do. @param tools null for an agent that has every tool. */
export function givenByCall(
  delegation: Delegation | undefined,
  caller: { readonly powers: readonly Power[] },
  callee: { readonly powers: readonly Power[]; readonly tools: readonly string[] | null },
): readonly Power[] {
  const isLent = delegation?.lendsTools === true && callee.tools === null;
  return delegation?.keepsLimits || isLent ? [] : gainedBy(caller.powers, callee.powers);
}
