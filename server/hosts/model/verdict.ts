// The verdict of a host on a file at a place: the outcome of the file and of each field, and the persona.

import type { Sentence } from '../../text/message';
import type { Span } from '../../text/span';
import type { ContextKey } from './context';
import type { Dialect } from './dialect';
import type { Field } from './field';
import type { FieldVerdict } from './field-verdict';
import type { FileOutcome, Reason } from './outcome';
import type { Persona, ToolVerdict } from './persona';
import type { Place } from './place';
import type { Flaw, ReadAgent } from './reading';
import type { Skill } from './skill';

/** Whether the host has an agent or a skill of the file. */
export const isLoaded = ({ persona, skill }: Verdict): boolean =>
  persona !== null || skill !== null;

export interface Verdict {
  readonly place: Place;
  readonly dialect: Dialect;
  readonly outcome: FileOutcome;
  readonly reason: Reason | null;
  readonly runs: boolean | null;
  readonly runsNot?: Sentence | undefined;
  /** The agent; null where the host loads none. */
  readonly persona: Persona | null;
  /** The skill; null where the host loads none. */
  readonly skill: Skill | null;
  readonly fields: readonly FieldVerdict[];
  /** The missing required fields. */
  readonly missing: readonly { readonly key: string; readonly field: Field }[];
  /** Those that another file gives the agent: see `LocatedFile.given`. */
  readonly given?: readonly { readonly key: string; readonly field: Field }[];
  readonly tools: readonly ToolVerdict[];
  readonly flaws: readonly Flaw[];
  readonly depends: readonly ContextKey[];
  /** The agent that the host's reader found; absent where it finds none. */
  readonly agent?: ReadAgent | undefined;
  /** The span of the prompt in the text; null where the host finds no agent. */
  readonly promptSpan: Span | null;
}
