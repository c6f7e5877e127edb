// The verdict of a host on a file at a place: the outcome of the file and of each field, and the persona.

import type { Message } from '../../text/message';
import type { Span } from '../../text/span';
import type { Path, Value } from '../../yaml/value';
import type { ContextKey } from './context';
import type { Consequence, Dialect, Field } from './host';
import type { FieldOutcome, FileOutcome, Reason } from './outcome';
import type { Persona, ToolVerdict } from './persona';
import type { Place } from './place';
import type { Flaw, ReadAgent } from './reading';
import type { Type } from './type';

/** A value, or a part of one, that the host does not accept. */
export interface Problem {
  readonly kind: 'type' | 'value' | 'unknown-key' | 'missing-key';
  /** The path below the field. */
  readonly path: Path;
  readonly span: Span;
  /** `red, blue or green`; `a list`. */
  readonly expected: string;
  /** The declared type that the value does not match; absent for what a host's own code found. */
  readonly type?: Type;
  /** `"teal"`; `the number 5`. */
  readonly got: string;
  readonly value: Value;
  /** The accepted words, where they can be listed. */
  readonly choices?: readonly string[];
  /** The accepted word that was probably meant, if known. */
  readonly meant?: string;
  /** For a missing key: its most common value, in YAML. */
  readonly usual?: string;
}

export interface FieldVerdict {
  readonly key: string;
  readonly keySpan: Span;
  readonly span: Span;
  readonly value: Value;
  readonly outcome: FieldOutcome;
  /** Absent where the host does not know the key. */
  readonly field?: Field | undefined;
  readonly problems: readonly Problem[];
  /** What the host does about the problems. */
  readonly otherwise?: Consequence | undefined;
}

export interface Verdict {
  readonly place: Place;
  readonly dialect: Dialect;
  readonly outcome: FileOutcome;
  readonly reason: Reason | null;
  readonly runs: boolean | null;
  readonly runsNot?: Message | undefined;
  readonly persona: Persona | null;
  readonly fields: readonly FieldVerdict[];
  /** The missing required fields. */
  readonly missing: readonly { readonly key: string; readonly field: Field }[];
  readonly tools: readonly ToolVerdict[];
  readonly flaws: readonly Flaw[];
  readonly depends: readonly ContextKey[];
  /** The agent that the host's reader found; absent where it finds none. */
  readonly agent?: ReadAgent | undefined;
  /** The span of the prompt in the text; null where the host finds no agent. */
  readonly promptSpan: Span | null;
}
