// A position in the tokens, and the faults found so far.

import type { Sentence } from '../../../text/message';
import type { Span } from '../../../text/span';
import type { ParseError } from '../../../yaml/dialect';
import type { NullValue } from '../../../yaml/value';
import type { Token, TokenKind } from './token';

/** Messages begin in lowercase and have no full stop. */
interface Fault extends ParseError {
  readonly code: 'duplicate-key' | 'syntax' | 'too-deep';
}

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly faults: Fault[];
  at: number;
  depth: number;
}

const end: Token = { kind: 'end', start: 0, end: 0, column: 0, text: '', style: 'plain' };

/** The token at the cursor, or `ahead` tokens further; beyond the end, the last token. */
export const peek = ({ tokens, at }: Cursor, ahead = 0): Token =>
  tokens[Math.min(at + ahead, tokens.length - 1)] ?? end;

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.at++;
  return token;
}

/** Advances over a token of this kind. For any other kind, the cursor stays and that token is returned instead. */
export function expect(cursor: Cursor, kind: TokenKind): Token {
  return peek(cursor).kind === kind ? advance(cursor) : peek(cursor);
}

export const skip = (cursor: Cursor, kind: TokenKind): void => {
  if (peek(cursor).kind === kind) advance(cursor);
};

/** Skips empty lines and comments, but not the indent of a line with content. */
export function skipTrivia(cursor: Cursor): void {
  for (;;) {
    const { kind } = peek(cursor);
    const isSkipped =
      kind === 'newline' || kind === 'comment' || (kind === 'indent' && isEmptyAfter(cursor));
    if (!isSkipped) return;
    advance(cursor);
  }
}

const isEmptyAfter = (cursor: Cursor): boolean =>
  ['newline', 'comment', 'end'].includes(peek(cursor, 1).kind);

/** The indentation of the line at the cursor; 0 in the middle of a line. */
export function indentAt(cursor: Cursor): number {
  const token = peek(cursor);
  return token.kind === 'indent' ? token.end - token.start : 0;
}

export const peekPastIndent = (cursor: Cursor): Token =>
  peek(cursor, peek(cursor).kind === 'indent' ? 1 : 0);

/** Whether a scalar and a colon come next. */
export function isAtMapping(cursor: Cursor): boolean {
  const first = peek(cursor).kind === 'indent' ? 1 : 0;
  return peek(cursor, first).kind === 'scalar' && peek(cursor, first + 1).kind === 'colon';
}

export const nothing = (at: number): NullValue => ({
  kind: 'null',
  source: '',
  span: { start: at, end: at },
});

export function fault(cursor: Cursor, code: Fault['code'], span: Span, message: Sentence): void {
  cursor.faults.push({ code, span: { start: span.start, end: span.end }, message });
}

const maxDepth = 200;

/** Reads one level deeper. Beyond the maximum depth, it skips the rest of the header and returns `instead`. */
export function deeper<T>(cursor: Cursor, read: () => T, instead: T): T {
  if (cursor.depth >= maxDepth) {
    fault(cursor, 'too-deep', peek(cursor), 'this is nested too deeply to be read');
    cursor.at = cursor.tokens.length - 1;
    return instead;
  }
  cursor.depth++;
  const value = read();
  cursor.depth--;
  return value;
}
