// The tokens of YAML 1.1, as libyaml produces them.
import { type Message, type Sentence, t } from '../../../text/message';
import type { StringStyle } from '../../../yaml/value';

/** For a colon that would turn the text before it into a key. */
export const colonInPlainValue = (): Message => t('an unquoted value cannot contain ": "');

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
  /** A syntax error, described in `message`. */
  | 'refused';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The string of a scalar, the name of an anchor, or a tag. */
  readonly text: string;
  readonly style: StringStyle;
  readonly message?: Sentence;
}
