// The state of the scanner, which the functions for single tokens read and advance.
import type { Source } from './source';
import type { Token } from './token';

export interface PossibleKey {
  /** The index of the token with which the key would begin. */
  readonly token: number;
  readonly required: boolean;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  readonly index: number;
}

export interface Scan extends Source {
  /** UTF-16 offset of the text in the file. The offsets of tokens refer to the file. */
  readonly base: number;
  readonly tokens: Token[];
  readonly indents: number[];
  indent: number;
  /** The number of open brackets. */
  flow: number;
  /** The possible start of a key, by depth of brackets. */
  readonly keys: (PossibleKey | null)[];
  /** Whether a key can begin here. */
  canBeKey: boolean;
}
