// What a host makes of one act of an agent, by rules: a command that it runs, a file that it changes. Which rules there are
// and how they are weighed differs from program to program, so each declares it.

import type { Message } from '../text/message';
import type { Deed } from './deeds';
import type { Evidence } from './evidence';
import type { Persona } from './persona';
import type { FieldVerdict } from './verdict';

export type Action = 'allow' | 'ask' | 'deny';

export interface Ruling {
  /** What was weighed: one command of several, a path, a name. */
  readonly subject: string;
  readonly action: Action;
  /** Null where no rule speaks of it. */
  readonly rule: {
    readonly permission: string;
    readonly pattern: string;
    readonly action: string;
  } | null;
  /** Whose rule it is: the file's own, or one that the host gives every agent. */
  readonly of: 'file' | 'host';
}

/** What is weighed for a deed. */
export interface Weighed {
  /** Completes "<Host> ...": `holds its rules against each command by itself`. */
  readonly effect: Message;
  /** What a person may type, to begin with. */
  readonly example: string;
}

/** What is meant by a permission that the host never checks. */
export interface MeantPermission {
  /** The permissions that it checks instead. */
  readonly now: readonly string[];
  /**
   * `removed`: the tool is gone. `shared`: another permission covers it. `case`: names are case-sensitive. `form`: a
   * notation of another program.
   */
  readonly why: 'removed' | 'shared' | 'case' | 'form';
}

export interface Weighing {
  /** The permissions that the host checks; servers and plugins bring others. */
  readonly permissions: readonly string[];
  /** What the rules come to for one subject of a permission: a path, a command, `*` for any. */
  readonly actionOn: (persona: Persona, permission: string, subject: string) => Action;
  /** Null for a name that a server or a plugin may bring. */
  readonly meant: (permission: string) => MeantPermission | null;
  /** The deeds that rules speak of. */
  readonly deeds: Readonly<Partial<Record<Deed, Weighed>>>;
  /** Whether its rules keep a tool from the agent, so that the model is not even told of it. */
  readonly hides: (persona: Persona, tool: string) => boolean;
  /** In the order in which they are weighed; a text where it cannot be said, which says why. */
  readonly weigh: (persona: Persona, deed: Deed, subject: string) => readonly Ruling[] | string;
  readonly evidence: Evidence;
}

/** Where no rule of the file decides, but the session that it runs in: how much of it the file says. */
export interface SessionSays {
  /** A sentence with `{host}`. An action is given only where it is this, whatever else is set. */
  readonly of: (
    fields: readonly FieldVerdict[],
    deed: Deed,
  ) => { readonly action?: Action; readonly effect: Message };
  readonly evidence: Evidence;
}

/** What becomes of the whole: one denial denies it, one question asks. */
export function together(rulings: readonly Ruling[]): Action {
  const actions = rulings.map(({ action }) => action);
  return actions.includes('deny') ? 'deny' : actions.includes('ask') ? 'ask' : 'allow';
}
