// The sketch of a TOML document: its tables, keys and the extents of their values, derived from lines. Unlike the tree of the
// parser it remains usable with incomplete lines, so the caret, folding and comments use it as they use that of a frontmatter.
import type { Span } from '../text/span';
import type { Path } from '../yaml/value';
import type { Content } from './caret-content';
import { type KeyToken, type Line, lineFrom, skipSpaces, trimSpaces } from './caret-lines';
import type { Level, Sketch, Slot } from './sketch-types';

interface OpenLevel extends Level {
  readonly slots: Slot[];
}

/** Where no line is read. */
export const noSketch: Sketch = {
  slots: [],
  root: { kind: 'map', path: [], indent: 0, parent: null, owner: null, slots: [] },
  comments: [],
};

/** @param head the span of the document without its byte order mark. Never throws. */
export function sketchToml(text: string, head: Span): Sketch {
  const root: OpenLevel = {
    kind: 'map',
    path: [],
    indent: 0,
    parent: null,
    owner: null,
    slots: [],
  };
  const slots: Slot[] = [];
  const comments: Span[] = [];
  const counts = new Map<string, number>();
  let table = root;
  for (let from = head.start; from < head.end; ) {
    const line = lineFrom(text, from, head.end);
    const first = skipSpaces(text, line.start, line.end);
    if (first === line.end) from = line.next;
    else if (text.charAt(first) === '#') {
      comments.push({ start: first, end: line.end });
      from = line.next;
    } else if (text.charAt(first) === '[') {
      const { slot, opens } = headerAt(text, first, line, root, counts);
      root.slots.push(slot);
      slots.push(slot);
      table = opens;
      from = line.next;
    } else {
      const slot = keyAt(text, first, line, table, head.end);
      table.slots.push(slot);
      slots.push(slot);
      from = slot.content.form === 'nested' ? line.next : slot.content.next;
    }
  }
  return { slots, root, comments };
}

/** The line `[table]` or `[[list of tables]]`. Its brackets need not be closed. */
function headerAt(
  text: string,
  first: number,
  line: Line,
  root: OpenLevel,
  counts: Map<string, number>,
): { readonly slot: Slot; readonly opens: OpenLevel } {
  const isList = text.charAt(first + 1) === '[';
  const { parts, end } = keyParts(text, first + (isList ? 2 : 1), line.end);
  const names = parts.map((part) => part.text);
  const name = JSON.stringify(names);
  const index = counts.get(name) ?? 0;
  counts.set(name, index + 1);
  const path: Path = isList ? [...names, index] : names;
  let after = end;
  while (after < line.end && text.charAt(after) === ']' && after < end + 2) after++;
  // No value follows a header, so a caret at the end of an unclosed one is still in its name.
  const isClosed = after > end;
  const slots: Slot[] = [];
  const level = { kind: 'map', path, indent: 0, parent: root, slots } as const;
  const content: Content = {
    form: 'none',
    end: line.end,
    next: line.next,
    ...commentAfter(text, after, line),
  };
  const slot: Slot = {
    level: root,
    path,
    key: parts[0] ?? null,
    start: first,
    indent: first - line.start,
    after: isClosed ? after : line.end + 1,
    hasColon: true,
    content,
    end: line.end,
    get opens(): Level {
      return opens;
    },
  };
  const opens: OpenLevel = { ...level, owner: slot };
  return { slot, opens };
}

function keyAt(text: string, first: number, line: Line, level: OpenLevel, limit: number): Slot {
  const { parts, end } = keyParts(text, first, line.end);
  const hasColon = text.charAt(end) === '=' && end < line.end;
  const after = hasColon ? end + 1 : end;
  const content: Content = hasColon
    ? valueAt(text, after, line, limit)
    : { form: 'none', end: line.end, next: line.next, ...commentAfter(text, end, line) };
  return {
    level,
    path: [...level.path, ...parts.map((part) => part.text)],
    key: parts[0] ?? null,
    start: first,
    indent: first - line.start,
    after,
    hasColon,
    content,
    end: content.end,
  };
}

/** The parts of a dotted key. `end` is the offset of what follows: `=`, `]`, a comment or the end of the line. */
function keyParts(
  text: string,
  from: number,
  limit: number,
): { readonly parts: readonly KeyToken[]; readonly end: number } {
  const parts: KeyToken[] = [];
  let at = from;
  for (;;) {
    at = skipSpaces(text, at, limit);
    const part = keyPart(text, at, limit);
    parts.push(part);
    at = skipSpaces(text, part.outer.end, limit);
    if (text.charAt(at) !== '.' || at >= limit) return { parts, end: at };
    at++;
  }
}

function keyPart(text: string, from: number, limit: number): KeyToken {
  const quote = text.charAt(from);
  if (from < limit && (quote === '"' || quote === "'")) {
    const close = endOfString(text, from, limit);
    const end = close < 0 ? limit : close;
    const span = { start: from + 1, end: Math.max(from + 1, close < 0 ? limit : close - 1) };
    const raw = text.slice(span.start, span.end);
    const name = quote === '"' ? raw.replaceAll(/\\(["\\])/g, '$1') : raw;
    return { span, outer: { start: from, end }, text: name, quote };
  }
  let end = from;
  while (end < limit && !'.=#]'.includes(text.charAt(end))) end++;
  const span = { start: from, end: trimSpaces(text, from, end) };
  return { span, outer: span, text: text.slice(span.start, span.end), quote: '' };
}

type ValueContent = Exclude<Content, { form: 'nested' }>;

function valueAt(text: string, after: number, line: Line, limit: number): ValueContent {
  const start = skipSpaces(text, after, line.end);
  const rest = (from: number, on: Line): Pick<ValueContent, 'end' | 'next' | 'comment'> => ({
    end: on.end,
    next: on.next,
    ...commentAfter(text, from, on),
  });
  if (start >= line.end || text.charAt(start) === '#')
    return { form: 'none', ...rest(start, line) };
  const char = text.charAt(start);
  if (text.startsWith('"""', start) || text.startsWith("'''", start)) {
    const close = endOfString(text, start, limit);
    const header = { start, end: start + 3 };
    if (close < 0)
      return {
        form: 'block',
        header,
        span: { start: start + 3, end: limit },
        end: limit,
        next: limit,
      };
    const inner = { start: start + 3, end: close - 3 };
    return { form: 'block', header, span: inner, ...rest(close, lineFrom(text, close, limit)) };
  }
  if (char === '"' || char === "'") {
    const close = endOfString(text, start, line.end);
    const end = close < 0 ? line.end : close;
    const inner = { start: start + 1, end: close < 0 ? line.end : close - 1 };
    return { form: 'quoted', span: { start, end }, inner, quote: char, ...rest(end, line) };
  }
  if (char === '[' || char === '{') {
    const end = endOfBrackets(text, start, limit);
    const on = lineFrom(text, end, limit);
    return { form: char === '[' ? 'flow' : 'plain', span: { start, end }, ...rest(end, on) };
  }
  const hash = text.slice(start, line.end).indexOf('#');
  const until = hash < 0 ? line.end : start + hash;
  return {
    form: 'plain',
    span: { start, end: trimSpaces(text, start, until) },
    ...rest(until, line),
  };
}

function commentAfter(text: string, from: number, line: Line): { readonly comment?: Span } {
  const hash = text.slice(from, line.end).indexOf('#');
  return hash < 0 ? {} : { comment: { start: from + hash, end: line.end } };
}

/** The offset after the string that begins at `from`; -1 where it is not closed before `limit`. */
function endOfString(text: string, from: number, limit: number): number {
  const quote = text.charAt(from);
  const isLong = text.startsWith(quote.repeat(3), from);
  const delimiter = isLong ? quote.repeat(3) : quote;
  for (let at = from + delimiter.length; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '\\' && quote === '"') at++;
    else if (char === quote && text.startsWith(delimiter, at)) {
      let end = at + delimiter.length;
      // Up to two quotes may precede the closing delimiter.
      while (isLong && end < limit && end < at + 5 && text.charAt(end) === quote) end++;
      return end <= limit ? end : -1;
    }
  }
  return -1;
}

/** The offset after the bracket that closes the one at `start`; where none does, the end of the line before the next key or table. */
function endOfBrackets(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') {
      if (--depth === 0) return at + 1;
    } else if (char === '"' || char === "'") {
      const line = lineFrom(text, at, limit);
      // Only strings with three quotes may contain line breaks.
      const isLong = text.startsWith(char.repeat(3), at);
      const end = endOfString(text, at, isLong ? limit : line.end);
      at = (end < 0 ? line.end : end) - 1;
    } else if (char === '#') at = lineFrom(text, at, limit).end - 1;
    else if (char === '\n' && beginsStatement(text, at + 1, limit))
      return text.charAt(at - 1) === '\r' ? at - 1 : at;
  }
  return limit;
}

const statement = /[ \t]*(?:[\w.-]+[ \t]*=|\[\[?[\w."' -]+\]\]?[ \t]*(?:#|\r?$))/my;

function beginsStatement(text: string, from: number, limit: number): boolean {
  statement.lastIndex = from;
  return from < limit && statement.test(text);
}
