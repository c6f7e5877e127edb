// Calls between the agents of a host: how deep they nest, which agents can start a session, and what a called agent
// inherits from its caller.

import type { Sentence } from '../../text/message';
import type { Evidence } from './evidence';
import type { Persona } from './persona';
import { gainedPrivileges, type Privilege } from './privileges';

export interface Delegation {
  /** How deep calls may nest: 1 where a called agent cannot call others. */
  readonly depth: number;
  /** What happens beyond that depth: a sentence with `{host}`. */
  readonly effect: Sentence;
  /** Whether a user can start a session with the agent. One that can only be called never starts a chain of calls. */
  readonly leads: (persona: Persona) => boolean;
  /** An agent that lists another by name may call it, even if the other is not callable in general. */
  readonly namingOpens?: true;
  /** The limits of the caller also apply to the agent it calls, so a call gains no privilege. */
  readonly keepsLimits?: true;
  /** An agent whose file lists no tools gets those of its caller. */
  readonly lendsTools?: true;
  /** What happens to an agent that cannot start a session and that no other agent can call: a sentence with `{host}`. */
  readonly unreached?: Sentence;
  readonly evidence: Evidence;
}

/**
 * The privileges that the caller lacks and gains by calling the other agent.
 * @param callee its `tools` are null for an agent with every tool.
 */
export function privilegesGainedByCall(
  delegation: Delegation | undefined,
  caller: { readonly privileges: readonly Privilege[] },
  callee: { readonly privileges: readonly Privilege[]; readonly tools: readonly string[] | null },
): readonly Privilege[] {
  const hasCallersTools = delegation?.lendsTools === true && callee.tools === null;
  return delegation?.keepsLimits || hasCallersTools
    ? []
    : gainedPrivileges(caller.privileges, callee.privileges);
}
