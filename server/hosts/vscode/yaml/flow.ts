// Flow collections, `[a, b]` and `{a: b}`, which may extend over several lines.
import { t } from '../../../text/message';
import type { Entry, StringValue, Value } from '../../../yaml/value';
import { advance, type Cursor, deeper, fault, nothing, peek } from './cursor';
import { isTrivia, type Token } from './token';

/** Reads the brackets at the cursor. */
export function readFlow(cursor: Cursor): Value {
  const { kind, start } = peek(cursor);
  return deeper(cursor, () => (kind === '{' ? readMap(cursor) : readList(cursor)), nothing(start));
}

function readMap(cursor: Cursor): Value {
  const { start } = advance(cursor);
  const entries: Entry[] = [];
  for (;;) {
    skipAllTrivia(cursor);
    const { kind } = peek(cursor);
    if (kind === '}' || kind === 'end') break;
    if (kind !== 'scalar') {
      fault(cursor, 'syntax', peek(cursor), 'a key is expected here');
      break;
    }
    entries.push(readEntry(cursor));
    skipAllTrivia(cursor);
    if (peek(cursor).kind === 'comma') advance(cursor);
  }
  return { kind: 'map', entries, flow: true, span: { start, end: close(cursor, '}') } };
}

function readEntry(cursor: Cursor): Entry {
  const key = readFlowScalar(cursor);
  skipAllTrivia(cursor);
  let value: Value = nothing(key.span.end);
  if (peek(cursor).kind === 'colon') {
    advance(cursor);
    skipAllTrivia(cursor);
    value = readItem(cursor) ?? nothing(peek(cursor).start);
  }
  const end = Math.max(key.span.end, value.span.end);
  return { key: key.text, keySpan: key.span, value, span: { start: key.span.start, end } };
}

function readList(cursor: Cursor): Value {
  const { start } = advance(cursor);
  const items: Value[] = [];
  for (;;) {
    skipAllTrivia(cursor);
    const { kind } = peek(cursor);
    if (kind === ']' || kind === 'end') break;
    const item = readItem(cursor);
    if (!item) {
      fault(cursor, 'syntax', advance(cursor), 'this does not belong in a list');
      continue;
    }
    items.push(item);
    skipAllTrivia(cursor);
    if (peek(cursor).kind === 'comma') advance(cursor);
  }
  return { kind: 'list', items, flow: true, span: { start, end: close(cursor, ']') } };
}

function readItem(cursor: Cursor): Value | undefined {
  const { kind } = peek(cursor);
  if (kind === '{' || kind === '[') return readFlow(cursor);
  return kind === 'scalar' ? readFlowScalar(cursor) : undefined;
}

/** The end of the brackets; if they are not closed, the start of the token that follows instead. */
function close(cursor: Cursor, bracket: '}' | ']'): number {
  const token = peek(cursor);
  if (token.kind === bracket) return advance(cursor).end;
  fault(cursor, 'syntax', token, t('"{bracket}" is missing', { bracket }));
  return token.start;
}

/** A plain scalar continues in the next lines until another token. */
function readFlowScalar(cursor: Cursor): StringValue {
  const first = advance(cursor);
  let { text, end } = first;
  if (first.style === 'plain') {
    for (let next = continuation(cursor); next; next = continuation(cursor)) {
      text += ` ${next.text}`;
      end = next.end;
    }
  }
  return { kind: 'text', text, style: first.style, span: { start: first.start, end } };
}

function continuation(cursor: Cursor): Token | null {
  let ahead = 0;
  let breaks = 0;
  while (isTrivia(peek(cursor, ahead))) {
    if (peek(cursor, ahead).kind === 'newline') breaks++;
    ahead++;
  }
  const token = peek(cursor, ahead);
  if (breaks === 0 || token.kind !== 'scalar' || token.style !== 'plain') return null;
  cursor.at += ahead + 1;
  return token;
}

function skipAllTrivia(cursor: Cursor): void {
  while (isTrivia(peek(cursor))) advance(cursor);
}
