// The tokens of VS Code's own YAML reader. It reads a small language of its own rather than lenient YAML: there are no
// tags, anchors or aliases, and every scalar is a string.
import type { StringStyle } from '../../../yaml/value';

export type TokenKind =
  | 'scalar'
  | 'colon'
  | 'dash'
  | 'comma'
  | '{'
  | '}'
  | '['
  | ']'
  | 'newline'
  | 'indent'
  | 'comment'
  | 'document-start'
  | 'document-end'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** Characters between the line's start and the token. */
  readonly column: number;
  /** The value of a scalar; empty for every other kind. */
  readonly text: string;
  readonly style: StringStyle;
}

/** Whether the token has no content of its own. */
export const isTrivia = ({ kind }: Token): boolean =>
  kind === 'newline' || kind === 'indent' || kind === 'comment';

export const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

export const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** The end of the text, a space or a line break, one of which must follow `-`, `:` and `---`. */
export const isGap = (char: string | undefined): boolean =>
  char === undefined || isBlank(char) || isBreak(char);

/** The offset after the line break at `at`; `at` itself if there is none. */
export function afterLineBreak(text: string, at: number): number {
  if (text[at] === '\r') return at + (text[at + 1] === '\n' ? 2 : 1);
  return text[at] === '\n' ? at + 1 : at;
}

export function afterSpaces(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end++;
  return end;
}

/** The end of the line that contains `at`, before its line break. */
export function endOfLine(text: string, at: number): number {
  lineBreak.lastIndex = at;
  return lineBreak.exec(text)?.index ?? text.length;
}

const lineBreak = /[\r\n]/g;

/** Whether `---` or `...` at `at` is followed by a space, a line break or the end. */
export function isMarker(text: string, at: number): boolean {
  const three = text.slice(at, at + 3);
  return (three === '---' || three === '...') && isGap(text[at + 3]);
}
