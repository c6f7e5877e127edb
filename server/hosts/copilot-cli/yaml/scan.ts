// Text to tokens. YAML knows only behind a scalar that it was a key: places where a key may have begun are kept,
// and the tokens of a mapping are put in when the colon comes.
import type { TextStyle } from '../../../agent/value';
import { readAnchor, readTag } from './properties';
import { readBlockScalar, readPlain, readQuoted } from './scalars';
import {
  atMarker,
  char,
  forbidden,
  forward,
  isBlank,
  isBreak,
  isGap,
  Refusal,
  readBreak,
  restOfLine,
  run,
  type Source,
  sourceOf,
} from './source';
import { colonInText, type Token, type TokenKind } from './token';

interface PossibleKey {
  /** Number of the token that it would begin with. */
  readonly token: number;
  readonly required: boolean;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  readonly index: number;
}

export interface Scan extends Source {
  /** Offset of the text in the file: tokens are given in the file. */
  readonly base: number;
  readonly tokens: Token[];
  readonly indents: number[];
  indent: number;
  /** How many brackets are open. */
  flow: number;
  /** Where a key may have begun, by depth of brackets. */
  readonly keys: (PossibleKey | null)[];
  /** Whether a key may begin here. */
  keyAllowed: boolean;
}

/** All tokens of the text, with offsets in the file. Never throws: what cannot be cut ends the list. */
export function scan(text: string, base: number): readonly Token[] {
  const state: Scan = {
    ...sourceOf(text),
    base,
    tokens: [],
    indents: [],
    indent: -1,
    flow: 0,
    keys: [null],
    keyAllowed: true,
  };
  try {
    const strange = forbidden.exec(text);
    if (strange) throw new Refusal('a control character is not allowed', strange.index);
    while (state.tokens.at(-1)?.kind !== 'stream-end') scanNext(state);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    state.at = error.at;
    push(state, 'refused', error.at, error.message);
  }
  return state.tokens;
}

function push(
  state: Scan,
  kind: TokenKind,
  start: number,
  text = '',
  style: TextStyle = 'plain',
): void {
  const { base, at } = state;
  state.tokens.push({ kind, start: base + start, end: base + Math.max(start, at), text, style });
}

function scanNext(state: Scan): void {
  toNextToken(state);
  dropStaleKey(state);
  unroll(state, state.column);
  const unit = char(state);
  const alone = isGap(char(state, 1));
  const inFlow = state.flow > 0;
  if (unit === '') endStream(state);
  else if (state.column === 0 && unit === '%') scanDirective(state);
  else if (atMarker(state, '---')) scanMarker(state, 'document-start');
  else if (atMarker(state, '...')) scanMarker(state, 'document-end');
  else if (unit === '[' || unit === '{') openFlow(state, unit);
  else if (unit === ']' || unit === '}') closeFlow(state, unit);
  else if (unit === ',') scanComma(state);
  else if (unit === '-' && alone) scanEntry(state);
  else if (unit === '?' && (inFlow || alone)) scanKey(state);
  else if (unit === ':' && (inFlow || alone)) scanValue(state);
  else if (unit === '*' || unit === '&' || unit === '!') scanProperty(state, unit);
  else if (!inFlow && (unit === '|' || unit === '>')) scanBlock(state, unit);
  else if (unit === "'" || unit === '"') scanQuoted(state, unit);
  else if (beginsPlain(state, unit)) scanPlain(state);
  else
    throw new Refusal(`no value can begin with ${unit === '\t' ? 'a tab' : `"${unit}"`}`, state.at);
}

function toNextToken(state: Scan): void {
  for (;;) {
    if (state.index === 0 && char(state) === '\ufeff') forward(state);
    // Where a key could begin, a tab would be indentation, which YAML forbids.
    while (char(state) === ' ' || (char(state) === '\t' && (state.flow > 0 || !state.keyAllowed)))
      forward(state);
    if (char(state) === '#') run(state, restOfLine);
    if (!isBreak(char(state))) return;
    readBreak(state);
    if (state.flow === 0) state.keyAllowed = true;
  }
}

const noColon = 'this line has no ":", and a key must have one';

/** A key stands in one line of at most 1,024 characters. */
const isStale = (state: Scan, key: PossibleKey): boolean =>
  key.line < state.line || key.index + 1024 < state.index;

/** Only outside brackets a key can be required; the others are looked at when their colon comes. */
function dropStaleKey(state: Scan): void {
  const key = state.keys[0];
  if (!key || !isStale(state, key)) return;
  if (key.required) throw new Refusal(noColon, key.at);
  state.keys[0] = null;
}

function keepKey(state: Scan): void {
  if (!state.keyAllowed) return;
  dropKey(state);
  const { at, line, column, index, flow, indent, tokens } = state;
  state.keys[flow] = {
    token: tokens.length,
    required: flow === 0 && indent === column,
    at,
    line,
    column,
    index,
  };
}

function dropKey(state: Scan): void {
  const key = state.keys[state.flow];
  if (key?.required) throw new Refusal(noColon, key.at);
  state.keys[state.flow] = null;
}

function unroll(state: Scan, column: number): void {
  if (state.flow > 0) return;
  while (state.indent > column) {
    push(state, 'block-end', state.at);
    state.indent = state.indents.pop() ?? -1;
  }
}

function roll(
  state: Scan,
  column: number,
  kind: 'block-sequence' | 'block-mapping',
  before?: PossibleKey,
): void {
  if (state.flow > 0 || state.indent >= column) return;
  state.indents.push(state.indent);
  state.indent = column;
  if (before) insert(state, before, kind);
  else push(state, kind, state.at);
}

function insert(state: Scan, { token, at }: PossibleKey, kind: TokenKind): void {
  const start = state.base + at;
  state.tokens.splice(token, 0, { kind, start, end: start, text: '', style: 'plain' });
}

function leaveBlocks(state: Scan): void {
  unroll(state, -1);
  dropKey(state);
  state.keyAllowed = false;
}

function endStream(state: Scan): void {
  state.column = 0;
  leaveBlocks(state);
  push(state, 'stream-end', state.at);
}

function scanDirective(state: Scan): void {
  leaveBlocks(state);
  const start = state.at;
  run(state, restOfLine);
  push(state, 'directive', start, state.text.slice(start, state.at));
}

function scanMarker(state: Scan, kind: 'document-start' | 'document-end'): void {
  leaveBlocks(state);
  const start = state.at;
  for (let count = 0; count < 3; count++) forward(state);
  push(state, kind, start);
}

function openFlow(state: Scan, kind: '[' | '{'): void {
  keepKey(state);
  state.flow++;
  state.keys[state.flow] = null;
  state.keyAllowed = true;
  scanUnit(state, kind);
}

function closeFlow(state: Scan, kind: ']' | '}'): void {
  dropKey(state);
  if (state.flow > 0) state.flow--;
  state.keyAllowed = false;
  scanUnit(state, kind);
}

function scanComma(state: Scan): void {
  dropKey(state);
  state.keyAllowed = true;
  scanUnit(state, ',');
}

function scanUnit(state: Scan, kind: TokenKind): void {
  const start = state.at;
  forward(state);
  push(state, kind, start);
}

function scanEntry(state: Scan): void {
  if (state.flow === 0) {
    if (!state.keyAllowed)
      throw new Refusal('a list cannot begin in the middle of a line', state.at);
    roll(state, state.column, 'block-sequence');
  }
  dropKey(state);
  state.keyAllowed = true;
  scanUnit(state, 'entry');
}

function scanKey(state: Scan): void {
  if (state.flow === 0) {
    if (!state.keyAllowed)
      throw new Refusal('"?" marks a key, and a key cannot begin here', state.at);
    roll(state, state.column, 'block-mapping');
  }
  dropKey(state);
  state.keyAllowed = state.flow === 0;
  scanUnit(state, 'key');
}

function scanValue(state: Scan): void {
  const key = state.keys[state.flow];
  if (key && !isStale(state, key)) {
    insert(state, key, 'key');
    roll(state, key.column, 'block-mapping', key);
    state.keys[state.flow] = null;
    state.keyAllowed = false;
  } else {
    if (state.flow === 0) {
      if (!state.keyAllowed) throw new Refusal(colonInText, state.at);
      roll(state, state.column, 'block-mapping');
    }
    state.keyAllowed = state.flow === 0;
  }
  scanUnit(state, 'value');
}

function scanProperty(state: Scan, unit: '*' | '&' | '!'): void {
  keepKey(state);
  state.keyAllowed = false;
  const start = state.at;
  if (unit === '!') push(state, 'tag', start, readTag(state));
  else push(state, unit === '*' ? 'alias' : 'anchor', start, readAnchor(state));
}

function scanBlock(state: Scan, unit: '|' | '>'): void {
  dropKey(state);
  state.keyAllowed = true;
  const start = state.at;
  const text = readBlockScalar(state);
  const written = state.text.slice(start, state.at).trimEnd();
  state.tokens.push({
    kind: 'scalar',
    start: state.base + start,
    end: state.base + start + written.length,
    text,
    style: unit === '|' ? 'literal' : 'folded',
  });
}

function scanQuoted(state: Scan, quote: string): void {
  keepKey(state);
  state.keyAllowed = false;
  const start = state.at;
  push(state, 'scalar', start, readQuoted(state), quote === "'" ? 'single' : 'double');
}

function beginsPlain(state: Scan, unit: string): boolean {
  const next = char(state, 1);
  if (unit === '-') return !isBlank(next);
  if (unit === '?' || unit === ':') return state.flow === 0 && !isGap(next);
  return !isGap(unit) && !',[]{}#&*!|>\'"%@`'.includes(unit);
}

function scanPlain(state: Scan): void {
  keepKey(state);
  state.keyAllowed = false;
  const start = state.at;
  const { text, end, overLines } = readPlain(state);
  const { base, tokens } = state;
  tokens.push({ kind: 'scalar', start: base + start, end: base + end, text, style: 'plain' });
  if (overLines) state.keyAllowed = true;
}
