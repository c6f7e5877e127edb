// The tokens of YAML 1.1, as libyaml cuts them.
import type { TextStyle } from '../../../agent/value';

/** Of a colon that would make a key of what stands before it. */
export const colonInText = '": " cannot stand inside a text without quotes';

export type TokenKind =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | 'entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar'
  /** What comes next cannot be cut into tokens; `text` says why. */
  | 'refused';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** A scalar's text, an anchor's name, a tag. */
  readonly text: string;
  readonly style: TextStyle;
}
