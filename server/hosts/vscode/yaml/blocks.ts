// Mappings and sequences by indentation, and plain scalars over several lines. At a line that fits nothing, VS Code
// silently stops reading, so the keys below it are lost.
import { t } from '../../../text/message';
import type { Entry, StringValue, Value } from '../../../yaml/value';
import {
  advance,
  type Cursor,
  deeper,
  expect,
  fault,
  indentAt,
  isAtMapping,
  nothing,
  peek,
  peekPastIndent,
  skip,
  skipTrivia,
} from './cursor';
import { readFlow } from './flow';
import type { Token } from './token';

/** Reads the node at the cursor; undefined if none begins there. */
export function readValue(cursor: Cursor, parent: number): Value | undefined {
  skipTrivia(cursor);
  const { kind, start } = peek(cursor);
  const next = peekPastIndent(cursor).kind;
  if (next === '{' || next === '[') {
    skip(cursor, 'indent');
    return readFlow(cursor);
  }
  const indent = indentAt(cursor);
  if (next === 'dash') return deeper(cursor, () => readSequence(cursor, indent), nothing(start));
  if (isAtMapping(cursor)) return deeper(cursor, () => readMapping(cursor, indent), nothing(start));
  return kind === 'scalar' || kind === 'indent' ? readScalar(cursor, parent) : undefined;
}

/** @param inline the first key follows a dash, not an indent. */
function readMapping(cursor: Cursor, indent: number, inline?: 'inline'): Value {
  const start = peekPastIndent(cursor).start;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const read = (): void => {
    const entry = readEntry(cursor, indent);
    seen.add(entry.key);
    entries.push(entry);
  };
  if (inline) read();
  while (moveToLine(cursor, indent) && isAtMapping(cursor)) {
    const key = peekPastIndent(cursor);
    const isDuplicate = seen.has(key.text);
    read();
    if (isDuplicate)
      fault(
        cursor,
        'duplicate-key',
        key,
        t('"{key}" appears twice, and the first one is used', { key: key.text }),
      );
  }
  const end = entries.at(-1)?.value.span.end ?? start;
  return { kind: 'map', entries, flow: false, span: { start, end } };
}

/** Moves to the next line of a block; false at the end of the block. A line that is indented too far still belongs to it. */
function moveToLine(cursor: Cursor, indent: number, found?: number): boolean {
  skipTrivia(cursor);
  if (peek(cursor).kind === 'end') return false;
  const actual = found ?? indentAt(cursor);
  if (actual > indent) {
    fault(
      cursor,
      'syntax',
      peek(cursor),
      t('this line is indented by {actual} spaces instead of {indent}', { actual, indent }),
    );
  }
  return actual >= indent;
}

function readEntry(cursor: Cursor, indent: number): Entry {
  skip(cursor, 'indent');
  const { text: key, start, end } = expect(cursor, 'scalar');
  const colon = expect(cursor, 'colon');
  const value = readEntryValue(cursor, indent, colon);
  return {
    key,
    keySpan: { start, end },
    value,
    span: { start, end: Math.max(colon.end, value.span.end) },
  };
}

function readEntryValue(cursor: Cursor, indent: number, colon: Token): Value {
  const { kind } = peek(cursor);
  if (kind === '{' || kind === '[') return readFlow(cursor);
  if (kind === 'scalar') return readScalar(cursor, indent);
  skipTrivia(cursor);
  const found = indentAt(cursor);
  const listAtKey = found === indent && peekPastIndent(cursor).kind === 'dash';
  if (peek(cursor).kind === 'end' || (found <= indent && !listAtKey)) {
    return nothing(colon.end);
  }
  return readValue(cursor, indent) ?? nothing(colon.end);
}

function readSequence(cursor: Cursor, indent: number): Value {
  const items: Value[] = [];
  const start = peekPastIndent(cursor).start;
  let end = start;
  // The first dash may follow a key or another dash on the same line.
  let found = peek(cursor).kind === 'dash' ? peek(cursor).column : undefined;
  while (moveToLine(cursor, indent, found) && peekPastIndent(cursor).kind === 'dash') {
    found = undefined;
    skip(cursor, 'indent');
    const item = readListItem(cursor, indent, advance(cursor));
    items.push(item);
    end = item.span.end;
  }
  return { kind: 'list', items, flow: false, span: { start, end } };
}

function readListItem(cursor: Cursor, indent: number, dash: Token): Value {
  skip(cursor, 'comment');
  const { kind, column, start } = peek(cursor);
  if (kind === '{' || kind === '[') return readFlow(cursor);
  if (kind === 'dash') return deeper(cursor, () => readSequence(cursor, column), nothing(start));
  if (kind === 'scalar') {
    return peek(cursor, 1).kind === 'colon'
      ? deeper(cursor, () => readMapping(cursor, column, 'inline'), nothing(start))
      : readScalar(cursor, indent);
  }
  skipTrivia(cursor);
  if (peek(cursor).kind === 'end' || indentAt(cursor) <= indent) return nothing(dash.end);
  return readValue(cursor, indent) ?? nothing(dash.end);
}

function readScalar(cursor: Cursor, parent: number): StringValue {
  skip(cursor, 'indent');
  const token = expect(cursor, 'scalar');
  return token.style === 'plain' ? readPlain(cursor, token, parent) : stringValue(token);
}

const stringValue = ({ text, style, start, end }: Token): StringValue => ({
  kind: 'text',
  text,
  style,
  span: { start, end },
});

/** A plain scalar continues in lines that are indented deeper than its parent. */
function readPlain(cursor: Cursor, first: Token, parent: number): StringValue {
  let { text, end } = first;
  for (;;) {
    const from = cursor.at;
    const empty = moveToContinuation(cursor, parent);
    const part = empty === null ? null : readPart(cursor);
    if (empty === null || !part) {
      cursor.at = from;
      return { kind: 'text', text, style: 'plain', span: { start: first.start, end } };
    }
    text += (empty > 0 ? '\n'.repeat(empty) : ' ') + part.text;
    end = part.end;
  }
}

/** Moves to the next line that continues a scalar. Returns the number of empty lines before it, or null for none. */
function moveToContinuation(cursor: Cursor, parent: number): number | null {
  let empty = 0;
  while (peek(cursor).kind === 'newline') {
    advance(cursor);
    const { kind } = peek(cursor);
    if (kind === 'newline') {
      empty++;
    } else if (kind === 'indent') {
      const after = peek(cursor, 1).kind;
      if (after === 'comment') return null;
      if (after !== 'newline' && after !== 'end') {
        if (indentAt(cursor) <= parent) return null;
        advance(cursor);
        return empty;
      }
      empty++;
      advance(cursor);
    } else {
      const isOver = kind === 'end' || kind === 'document-start' || kind === 'document-end';
      return !isOver && parent < 0 ? empty : null;
    }
  }
  return null;
}

/** The part of a plain scalar on one line. A dash is part of it too; a key ends it. */
function readPart(cursor: Cursor): { readonly text: string; readonly end: number } | null {
  const { kind } = peek(cursor);
  if (kind === 'scalar') return peek(cursor, 1).kind === 'colon' ? null : advance(cursor);
  if (kind !== 'dash') return null;
  const dash = advance(cursor);
  if (peek(cursor).kind !== 'scalar') return { text: '-', end: dash.end };
  const { text, end } = advance(cursor);
  return { text: `- ${text}`, end };
}
