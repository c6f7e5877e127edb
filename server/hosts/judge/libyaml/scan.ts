// Splits a text into tokens. Only the colon after a scalar shows that it is a key, so possible starts of keys are recorded, and
// the tokens of a mapping are inserted when the colon is found.
import { type Message, t } from '../../../text/message';
import type { StringStyle } from '../../../yaml/value';
import { readAnchor, readTag } from './properties';
import { readBlockScalar, readPlain, readQuoted } from './scalars';
import type { PossibleKey, Scan } from './scan-state';
import {
  char,
  forbiddenCharacter,
  isAtMarker,
  isBlank,
  isBreak,
  isGap,
  type LineBreaks,
  readBreak,
  readChar,
  restOfLine,
  run,
  SyntaxFault,
  sourceOf,
} from './source';
import { colonInPlainValue, type Token, type TokenKind } from './token';

/** All tokens of the text, with UTF-16 offsets in the file. At the first error the list ends with a `refused` token. Never throws. */
export function scan(text: string, base: number, lineBreaks: LineBreaks): readonly Token[] {
  const state: Scan = {
    ...sourceOf(text, lineBreaks),
    base,
    tokens: [],
    indents: [],
    indent: -1,
    flow: 0,
    keys: [null],
    canBeKey: true,
  };
  try {
    const match = forbiddenCharacter.exec(text);
    if (match) throw new SyntaxFault('control characters are not allowed', match.index);
    while (state.tokens.at(-1)?.kind !== 'stream-end') scanNext(state);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    state.at = error.at;
    const { at, message } = error;
    const start = state.base + at;
    state.tokens.push({
      ...{ kind: 'refused', start, end: start },
      text: '',
      style: 'plain',
      message,
    });
  }
  return state.tokens;
}

function push(
  state: Scan,
  kind: TokenKind,
  start: number,
  text = '',
  style: StringStyle = 'plain',
): void {
  const { base, at } = state;
  state.tokens.push({ kind, start: base + start, end: base + Math.max(start, at), text, style });
}

function scanNext(state: Scan): void {
  toNextToken(state);
  dropStaleKey(state);
  unroll(state, state.column);
  const unit = char(state);
  const isFollowedByGap = isGap(char(state, 1));
  const inFlow = state.flow > 0;
  if (unit === '') endStream(state);
  else if (state.column === 0 && unit === '%') scanDirective(state);
  else if (isAtMarker(state, '---')) scanMarker(state, 'document-start');
  else if (isAtMarker(state, '...')) scanMarker(state, 'document-end');
  else if (unit === '[' || unit === '{') openFlow(state, unit);
  else if (unit === ']' || unit === '}') closeFlow(state, unit);
  else if (unit === ',') scanComma(state);
  else if (unit === '-' && isFollowedByGap) scanEntry(state);
  else if (unit === '?' && (inFlow || isFollowedByGap)) scanKey(state);
  else if (unit === ':' && (inFlow || isFollowedByGap)) scanValue(state);
  else if (unit === '*' || unit === '&' || unit === '!') scanProperty(state, unit);
  else if (!inFlow && (unit === '|' || unit === '>')) scanBlock(state, unit);
  else if (unit === "'" || unit === '"') scanQuoted(state, unit);
  else if (beginsPlain(state, unit)) scanPlain(state);
  else
    throw new SyntaxFault(
      unit === '\t'
        ? 'a value cannot begin with a tab'
        : t('a value cannot begin with "{character}"', { character: unit }),
      state.at,
    );
}

function toNextToken(state: Scan): void {
  for (;;) {
    if (state.index === 0 && char(state) === '\ufeff') readChar(state);
    // Where a key can begin, a tab would be indentation, which YAML does not allow.
    while (char(state) === ' ' || (char(state) === '\t' && (state.flow > 0 || !state.canBeKey)))
      readChar(state);
    if (char(state) === '#') run(state, restOfLine);
    if (!isBreak(char(state))) return;
    readBreak(state);
    if (state.flow === 0) state.canBeKey = true;
  }
}

const noColon = (): Message => t('this line has no ":" after its key');

/** A key must be in one line and have at most 1,024 characters. */
const isStale = (state: Scan, key: PossibleKey): boolean =>
  key.line < state.line || key.index + 1024 < state.index;

/** A key can be required only outside brackets. The others are checked when their colon is found. */
function dropStaleKey(state: Scan): void {
  const key = state.keys[0];
  if (!key || !isStale(state, key)) return;
  if (key.required) throw new SyntaxFault(noColon(), key.at);
  state.keys[0] = null;
}

function recordKey(state: Scan): void {
  if (!state.canBeKey) return;
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
  if (key?.required) throw new SyntaxFault(noColon(), key.at);
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
  state.canBeKey = false;
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
  for (let count = 0; count < 3; count++) readChar(state);
  push(state, kind, start);
}

function openFlow(state: Scan, kind: '[' | '{'): void {
  recordKey(state);
  state.flow++;
  state.keys[state.flow] = null;
  state.canBeKey = true;
  scanUnit(state, kind);
}

function closeFlow(state: Scan, kind: ']' | '}'): void {
  dropKey(state);
  if (state.flow > 0) state.flow--;
  state.canBeKey = false;
  scanUnit(state, kind);
}

function scanComma(state: Scan): void {
  dropKey(state);
  state.canBeKey = true;
  scanUnit(state, ',');
}

function scanUnit(state: Scan, kind: TokenKind): void {
  const start = state.at;
  readChar(state);
  push(state, kind, start);
}

function scanEntry(state: Scan): void {
  if (state.flow === 0) {
    if (!state.canBeKey)
      throw new SyntaxFault('a list cannot begin in the middle of a line', state.at);
    roll(state, state.column, 'block-sequence');
  }
  dropKey(state);
  state.canBeKey = true;
  scanUnit(state, 'entry');
}

function scanKey(state: Scan): void {
  if (state.flow === 0) {
    if (!state.canBeKey) throw new SyntaxFault('a key marked with "?" cannot begin here', state.at);
    roll(state, state.column, 'block-mapping');
  }
  dropKey(state);
  state.canBeKey = state.flow === 0;
  scanUnit(state, 'key');
}

function scanValue(state: Scan): void {
  const key = state.keys[state.flow];
  if (key && !isStale(state, key)) {
    insert(state, key, 'key');
    roll(state, key.column, 'block-mapping', key);
    state.keys[state.flow] = null;
    state.canBeKey = false;
  } else {
    if (state.flow === 0) {
      if (!state.canBeKey) throw new SyntaxFault(colonInPlainValue(), state.at);
      roll(state, state.column, 'block-mapping');
    }
    state.canBeKey = state.flow === 0;
  }
  scanUnit(state, 'value');
}

function scanProperty(state: Scan, unit: '*' | '&' | '!'): void {
  recordKey(state);
  state.canBeKey = false;
  const start = state.at;
  if (unit === '!') push(state, 'tag', start, readTag(state));
  else push(state, unit === '*' ? 'alias' : 'anchor', start, readAnchor(state));
}

function scanBlock(state: Scan, unit: '|' | '>'): void {
  dropKey(state);
  state.canBeKey = true;
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
  recordKey(state);
  state.canBeKey = false;
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
  recordKey(state);
  state.canBeKey = false;
  const start = state.at;
  const { text, end, overLines } = readPlain(state);
  const { base, tokens } = state;
  tokens.push({ kind: 'scalar', start: base + start, end: base + end, text, style: 'plain' });
  if (overLines) state.canBeKey = true;
}
