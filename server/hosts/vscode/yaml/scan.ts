// Splits a header into tokens, line by line. As in VS Code, the beginning of a line alone decides how it is read.
import type { StringStyle } from '../../../yaml/value';
import { beginsBlock, readBlock } from './block';
import { readQuoted } from './quoted';
import {
  afterLineBreak,
  afterSpaces,
  endOfLine,
  isBlank,
  isBreak,
  isGap,
  isMarker,
  isTrivia,
  type Token,
  type TokenKind,
} from './token';

interface Scan {
  /** The offset of the text in the file; the offsets of tokens are in the file. */
  readonly base: number;
  readonly text: string;
  readonly tokens: Token[];
  at: number;
  lineStart: number;
  /** How many `[` and `{` are open. */
  depth: number;
  /** Outside brackets, only the first `: ` of a line is a colon token: `a: b: c` is `a` with the value `b: c`. */
  colonSeen: boolean;
  documents: number;
}

/** The tokens of a header up to a second document, with offsets in the file. The last token is always `end`. */
export function scan(text: string, base: number): readonly Token[] {
  const state: Scan = {
    text,
    base,
    tokens: [],
    at: 0,
    lineStart: 0,
    depth: 0,
    colonSeen: false,
    documents: 0,
  };
  while (state.at < text.length && state.documents < 2) scanLine(state);
  push(state, 'end', Math.min(state.at, text.length));
  return state.tokens;
}

function push(
  state: Scan,
  kind: TokenKind,
  end: number,
  text = '',
  style: StringStyle = 'plain',
): void {
  const { base, at, lineStart, tokens } = state;
  tokens.push({ kind, start: base + at, end: base + end, column: at - lineStart, text, style });
  state.at = end;
}

function scanLine(state: Scan): void {
  const { text } = state;
  state.lineStart = state.at;
  state.colonSeen = false;
  const content = afterSpaces(text, state.at);
  const indented = content > state.at;
  if (indented) push(state, 'indent', content);
  const first = text[content];
  if (first === undefined) return;
  if (!indented && isMarker(text, content)) {
    push(state, first === '-' ? 'document-start' : 'document-end', content + 3);
    if (first === '-') state.documents++;
    scanContent(state);
  } else if (first === '#') {
    push(state, 'comment', endOfLine(text, content));
  } else if (first === '%') {
    // VS Code ignores any line that begins with `%` as a directive.
    state.at = endOfLine(text, content);
  } else {
    scanContent(state);
  }
  const next = afterLineBreak(text, state.at);
  if (next > state.at) push(state, 'newline', next);
}

function scanContent(state: Scan): void {
  const { text } = state;
  for (;;) {
    state.at = afterSpaces(text, state.at);
    const char = text[state.at];
    if (char === undefined || isBreak(char)) return;
    if (char === '#') {
      push(state, 'comment', endOfLine(text, state.at));
      return;
    }
    if (state.depth === 0 && (char === '|' || char === '>') && beginsBlock(text, state.at)) {
      scanBlock(state, char === '|' ? 'literal' : 'folded');
      return;
    }
    scanToken(state, char);
  }
}

function scanToken(state: Scan, char: string): void {
  const { text, at, depth } = state;
  if (char === '{' || char === '[') {
    state.depth++;
    push(state, char, at + 1);
  } else if (depth > 0 && (char === '}' || char === ']')) {
    state.depth--;
    push(state, char, at + 1);
  } else if (depth > 0 && char === ',') {
    push(state, 'comma', at + 1);
  } else if (char === '-' && isGap(text[at + 1])) {
    push(state, 'dash', at + 1);
  } else if (char === ':' && (isColon(state, at) || (depth > 0 && followsJson(state)))) {
    if (depth === 0) state.colonSeen = true;
    push(state, 'colon', at + 1);
  } else if (char === "'" || char === '"') {
    scanQuoted(state, char === "'" ? 'single' : 'double');
  } else {
    scanPlain(state);
  }
}

function isColon({ text, depth, colonSeen }: Scan, at: number): boolean {
  if (depth === 0 && colonSeen) return false;
  const next = text[at + 1];
  return isGap(next) || (depth > 0 && (next === ',' || next === '}' || next === ']'));
}

/** In brackets, `"a":b` needs no space after the colon, as in JSON. */
function followsJson({ tokens }: Scan): boolean {
  const last = tokens.findLast((token) => !isTrivia(token));
  if (last?.kind === 'scalar') return last.style !== 'plain';
  return last?.kind === '}' || last?.kind === ']';
}

function scanQuoted(state: Scan, style: StringStyle): void {
  const { text, at } = state;
  const quoted = readQuoted(text, at);
  push(state, 'scalar', quoted.end, quoted.text, style);
  updateLineStart(state, at);
}

function scanBlock(state: Scan, style: StringStyle): void {
  const { text, at } = state;
  const block = readBlock(text, at, parentColumn(state));
  // The line breaks after the last line do not belong to the value.
  push(state, 'scalar', at + text.slice(at, block.end).trimEnd().length, block.text, style);
  state.at = block.end;
  updateLineStart(state, at);
}

/** A scalar over several lines ends on another line than it began on. */
function updateLineStart(state: Scan, from: number): void {
  for (let at = state.at - 1; at >= from; at--) {
    if (isBreak(state.text[at])) {
      state.lineStart = at + 1;
      return;
    }
  }
}

/** The column of the key or dash that the lines of a block scalar must be indented deeper than. */
function parentColumn({ tokens }: Scan): number {
  const owner = contentBefore(tokens, tokens.length);
  const kind = tokens[owner]?.kind;
  if (kind === 'document-start') return -1;
  if (kind === 'dash') return tokens[owner]?.column ?? 0;
  return kind === 'colon' ? (tokens[contentBefore(tokens, owner)]?.column ?? 0) : 0;
}

function contentBefore(tokens: readonly Token[], index: number): number {
  let before = index - 1;
  for (let token = tokens[before]; token && isTrivia(token); token = tokens[before]) before--;
  return before;
}

const ordinary = /[^\s:#,[\]{}]+/y;

function scanPlain(state: Scan): void {
  const { text, at: start, depth } = state;
  let end = start;
  let at = start;
  for (; at < text.length; at++) {
    // Characters without a special meaning are skipped at once, because descriptions are long.
    ordinary.lastIndex = at;
    if (ordinary.test(text)) {
      at = ordinary.lastIndex;
      end = at;
    }
    const char = text[at] ?? '';
    if (at >= text.length || isBreak(char)) break;
    if (depth > 0 && ',{}[]'.includes(char)) break;
    if (char === ':' && isColon(state, at)) break;
    if (char === '#' && at > start && isBlank(text[at - 1])) break;
    if (!isBlank(char)) end = at + 1;
  }
  push(state, 'scalar', end, text.slice(start, end));
  state.at = at;
}
