// What a host does with one key of a file and its value.
import type { Span } from '../../text/span';
import type { Value } from '../../yaml/value';
import type { Consequence, Field } from './field';
import type { FieldOutcome } from './outcome';
import type { Problem } from './type';

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
