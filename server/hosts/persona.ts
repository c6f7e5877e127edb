// The agent as a host really builds it. The words of the outward contract.

import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Context, ContextKey } from './context';
import type { LostWhy } from './fate';
import type { Dialect } from './host';
import type { Place } from './place';
import type { ReadAgent } from './reading';
import type { FieldVerdict } from './verdict';

/** One tool name at its place in the file, and what the host makes of it: see `tool-verdict.ts`. */
export interface ToolVerdict {
  /** The token as it stands, without quotes: `Bash(git:*)`. */
  readonly written: string;
  readonly span: Span;
  /** The field it stands in. */
  readonly key: string;
  readonly outcome: 'granted' | 'lost' | 'unverified' | 'denied' | 'no-effect';
  /** The host's own names that it grants or denies. */
  readonly names: readonly string[];
  readonly why?: LostWhy | undefined;
  /** Names that do its work now. Empty where none does, and no extension or server can bring the name either. */
  readonly instead?: readonly string[] | undefined;
  /** A form that grants more than it says, or removes more: a sentence with `{host}`. */
  readonly wider?: Message | undefined;
  /** Still mapped by the host, but by an old name. */
  readonly renamed?: true | undefined;
  /** More to say: a sentence with `{host}`. */
  readonly effect?: Message | undefined;
  /** Given in other sessions: a setting, a model, a login decides. */
  readonly sometimes?: true | undefined;
  /**
   * An entry that removes nothing, and keeps the list or a part of it from removing these tools, which the agent has.
   * Empty where it stands for every tool.
   */
  readonly voids?: readonly string[] | undefined;
  /** Without effect because of another entry of its list, which has `voids`. */
  readonly voided?: true | undefined;
}

export interface PermissionRule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: string;
  readonly span: Span;
}

export interface Tools {
  /** Everything this host gives such an agent, less `denied`. */
  readonly all: boolean;
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** Given whatever the file says. */
  readonly always: readonly string[];
  /** Names of MCP servers or extensions that cannot be known here. */
  readonly unverified: readonly string[];
  readonly lost: readonly { readonly written: string; readonly why: LostWhy }[];
}

export interface Persona {
  /** What others call it by. */
  readonly id: string;
  /** What is shown. */
  readonly name: string;
  readonly description: string | null;
  readonly model: {
    readonly written: string | readonly string[] | null;
    readonly effective: string | null;
  };
  readonly tools: Tools;
  readonly permissions: readonly PermissionRule[] | null;
  readonly color: string | null;
  readonly mode: string | null;
  readonly userInvocable: boolean;
  readonly modelInvocable: boolean;
  readonly hidden: boolean;
  readonly prompt: string;
}

export interface PersonaInput {
  /** The whole file, for the places of names inside values. */
  readonly text: string;
  readonly agent: ReadAgent;
  readonly fields: readonly FieldVerdict[];
  readonly dialect: Dialect;
  readonly place: Place;
  readonly context: Context;
}

export interface MadePersona {
  readonly persona: Persona;
  /** Every tool token of the file, in source order. */
  readonly tools: readonly ToolVerdict[];
  readonly depends: readonly ContextKey[];
  /** False: the agent loads and cannot start. Null: not known. */
  readonly runs: boolean | null;
  /** Why it does not run: a sentence with `{host}`. */
  readonly runsNot?: Message | undefined;
}

export type PersonaMaker = (input: PersonaInput) => MadePersona;
