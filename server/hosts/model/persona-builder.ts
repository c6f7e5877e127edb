// How a host builds the persona of an agent that its reader found.
import type { Sentence } from '../../text/message';
import { entryOf, type Value } from '../../yaml/value';
import type { Context, ContextKey } from './context';
import type { Dialect } from './dialect';
import type { FieldVerdict } from './field-verdict';
import type { GivenFields, LocatedFile } from './located-file';
import type { Persona, Tools, ToolVerdict } from './persona';
import type { ReadAgent } from './reading';

export interface PersonaInput {
  /** The whole file, to find the spans of names inside values. */
  readonly text: string;
  readonly agent: ReadAgent;
  readonly fields: readonly FieldVerdict[];
  readonly dialect: Dialect;
  readonly place: LocatedFile;
  readonly context: Context;
  /** What another file gives the agent; null where nothing is missing. */
  readonly given?: GivenFields | null;
}

/** The value of a field as the reader found it. */
export const fieldValue = ({ agent }: PersonaInput, key: string): Value | undefined =>
  entryOf(agent.fields, key)?.value;

export interface PersonaResult {
  readonly persona: Persona;
  /** The verdict on every tool name of the file, in source order. */
  readonly tools: readonly ToolVerdict[];
  readonly depends: readonly ContextKey[];
  /** Whether the agent can start once loaded; null where unknown. */
  readonly runs: boolean | null;
  /** Why it cannot start: a sentence with `{host}`. */
  readonly runsNot?: Sentence | undefined;
}

export type PersonaBuilder = (input: PersonaInput) => PersonaResult;

/** The tools of an agent, and the verdicts on the names from which they follow. */
export interface ResolvedTools {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
}

/** Tools that also depend on what surrounds the file. */
export interface ResolvedInContext extends ResolvedTools {
  readonly depends: readonly ContextKey[];
}
