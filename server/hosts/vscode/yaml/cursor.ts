// A place in the tokens, and what was found wrong on the way.

import type { NullValue } from '../../../agent/value';
import type { Span } from '../../../text/span';
import type { Token, TokenKind } from './token';

export interface YamlFault {
  readonly kind: 'duplicate-key' | 'missing' | 'syntax' | 'too-deep';
  readonly span: Span;
  /** In plain words. */
  readonly message: string;
}

export interface Cursor {
  readonly tokens: readonly Token[];
  readonly faults: YamlFault[];
  at: number;
  depth: number;
}

const end: Token = { kind: 'end', start: 0, end: 0, column: 0, text: '', style: 'plain' };

/** The token at the cursor, or some way ahead; the last one for ever. */
export const peek = ({ tokens, at }: Cursor, ahead = 0): Token =>
  tokens[Math.min(at + ahead, tokens.length - 1)] ?? end;

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.at++;
  return token;
}

/** The token if it is of this kind; otherwise the cursor stays and the token stands in for the one expected. */
export function expect(cursor: Cursor, kind: TokenKind): Token {
  return peek(cursor).kind === kind ? advance(cursor) : peek(cursor);
}

export const skip = (cursor: Cursor, kind: TokenKind): void => {
  if (peek(cursor).kind === kind) advance(cursor);
};

/** Passes over empty lines and comments, but not over the indent of a line with content. */
export function skipTrivia(cursor: Cursor): void {
  for (;;) {
    const { kind } = peek(cursor);
    const passes =
      kind === 'newline' || kind === 'comment' || (kind === 'indent' && isEmptyAfter(cursor));
    if (!passes) return;
    advance(cursor);
  }
}

const isEmptyAfter = (cursor: Cursor): boolean =>
  ['newline', 'comment', 'end'].includes(peek(cursor, 1).kind);

/** How far the line at the cursor is indented; 0 also in the middle of a line. */
export function indentAt(cursor: Cursor): number {
  const token = peek(cursor);
  return token.kind === 'indent' ? token.end - token.start : 0;
}

export const peekPastIndent = (cursor: Cursor): Token =>
  peek(cursor, peek(cursor).kind === 'indent' ? 1 : 0);

/** Whether a scalar and a colon come next. */
export function atMapping(cursor: Cursor): boolean {
  const first = peek(cursor).kind === 'indent' ? 1 : 0;
  return peek(cursor, first).kind === 'scalar' && peek(cursor, first + 1).kind === 'colon';
}

export const nothing = (at: number): NullValue => ({
  kind: 'null',
  source: '',
  span: { start: at, end: at },
});

export function fault(cursor: Cursor, kind: YamlFault['kind'], span: Span, message: string): void {
  cursor.faults.push({ kind, span: { start: span.start, end: span.end }, message });
}

const maxDepth = 200;

/** Goes one level down, and gives up on the rest where the nesting is absurd. */
export function deeper<T>(cursor: Cursor, read: () => T, instead: T): T {
  if (cursor.depth >= maxDepth) {
    fault(cursor, 'too-deep', peek(cursor), 'nested deeper than anybody reads');
    cursor.at = cursor.tokens.length - 1;
    return instead;
  }
  cursor.depth++;
  const value = read();
  cursor.depth--;
  return value;
}
