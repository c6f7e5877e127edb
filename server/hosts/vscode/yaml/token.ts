// The tokens of VS Code's own YAML reader. It is not a YAML parser that is lenient, but a small language of its
// own: no tags, anchors or aliases, and every scalar is a text.
import type { TextStyle } from '../../../agent/value';

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
  /** What a scalar says; empty for every other kind. */
  readonly text: string;
  readonly style: TextStyle;
}

/** Tokens that carry no content of their own. */
export const isTrivia = ({ kind }: Token): boolean =>
  kind === 'newline' || kind === 'indent' || kind === 'comment';

export const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t';

export const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** Nothing, a blank or a line break: what must stand behind `-`, `:` and `---`. */
export const isGap = (char: string | undefined): boolean =>
  char === undefined || isBlank(char) || isBreak(char);

/** The offset behind the line break at `at`; `at` itself where there is none. */
export function afterBreak(text: string, at: number): number {
  if (text[at] === '\r') return at + (text[at + 1] === '\n' ? 2 : 1);
  return text[at] === '\n' ? at + 1 : at;
}

export function afterBlanks(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end++;
  return end;
}

/** The end of the line that `at` stands in, before its break. */
export function endOfLine(text: string, at: number): number {
  lineBreak.lastIndex = at;
  return lineBreak.exec(text)?.index ?? text.length;
}

const lineBreak = /[\r\n]/g;

/** `---` or `...` alone at the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const three = text.slice(at, at + 3);
  return (three === '---' || three === '...') && isGap(text[at + 3]);
}
