import type { Span } from '../../text/span';
import type { Path, Value } from '../../yaml/value';
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
