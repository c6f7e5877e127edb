// Semantic tokens: keys that a host has, tools that it grants, placeholders, and what it replaces, runs and attaches in the text.
import { linesIn } from '../agent/caret-lines';
import type { Outline } from '../agent/outline';
import { placeholdersOf } from '../agent/placeholders';
import type { BodyToken } from '../hosts/judge/skills/body-tokens';
import type { Span } from '../text/span';
import type { Entry, Value } from '../yaml/value';

export interface SemanticToken {
  /** On one line. */
  readonly span: Span;
  readonly kind: 'key' | 'tool' | 'placeholder' | 'command' | 'file';
  readonly state: 'known' | 'unknown' | 'deprecated';
}

export type Known = SemanticToken['state'];

export interface TokenInput {
  /** For a key at the top level; nested keys have the state of their field. */
  readonly keyState: (key: string) => Known;
  /** Tool names at their places, from the verdict. */
  readonly tools: readonly { readonly span: Span; readonly state: Known }[];
  /** In the text of a skill or command: see `bodyTokens`. */
  readonly body?: readonly BodyToken[];
}

/** Tokens in source order; none overlaps another. */
export function semanticTokens(
  outline: Outline,
  { keyState, tools, body = [] }: TokenInput,
): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  // An editor colors JSON itself.
  if (outline.form === 'json') return tokens;
  for (const entry of outline.fields) addKeys(tokens, entry, keyState(entry.key), 0);
  for (const { span, state } of tools) tokens.push({ span, kind: 'tool', state });
  for (const { span } of placeholdersOf(outline))
    tokens.push({ span, kind: 'placeholder', state: 'known' });
  for (const token of body) tokens.push(...bodyPieces(token, body));
  return withoutOverlaps(tokens.flatMap((token) => onLines(outline.text, token)));
}

/** A command is cut around the placeholders in it. */
function bodyPieces({ span, kind }: BodyToken, all: readonly BodyToken[]): SemanticToken[] {
  const state = 'known';
  if (kind !== 'command') return [{ span, state, kind: kind === 'file' ? 'file' : 'placeholder' }];
  const pieces: SemanticToken[] = [];
  let { start } = span;
  for (const inner of all) {
    if (inner.kind === 'command' || inner.span.start < start || inner.span.end > span.end) continue;
    pieces.push({ span: { start, end: inner.span.start }, state, kind });
    start = inner.span.end;
  }
  return [...pieces, { span: { start, end: span.end }, state, kind }];
}

const maxDepth = 20;

function addKeys(
  tokens: SemanticToken[],
  { keySpan, value }: Entry,
  state: Known,
  depth: number,
): void {
  tokens.push({ span: keySpan, kind: 'key', state });
  if (depth < maxDepth) addBelow(tokens, value, state, depth + 1);
}

function addBelow(tokens: SemanticToken[], value: Value, state: Known, depth: number): void {
  if (value.kind === 'map') for (const entry of value.entries) addKeys(tokens, entry, state, depth);
  if (value.kind === 'list' && depth < maxDepth)
    for (const item of value.items) addBelow(tokens, item, state, depth + 1);
}

/** Splits a token by lines, as the protocol has no multi-line tokens. */
function onLines(text: string, token: SemanticToken): SemanticToken[] {
  return linesIn(text, token.span).map((span) => ({ ...token, span }));
}

/** Removes overlaps. A tool that is also a key (`bash: false`) is shown as a tool. */
function withoutOverlaps(tokens: readonly SemanticToken[]): SemanticToken[] {
  const sorted = [...tokens].sort(
    (a, b) => a.span.start - b.span.start || rank[a.kind] - rank[b.kind],
  );
  const result: SemanticToken[] = [];
  let done = 0;
  for (const token of sorted) {
    if (token.span.start < done || token.span.end <= token.span.start) continue;
    result.push(token);
    done = token.span.end;
  }
  return result;
}

const rank = { placeholder: 0, tool: 1, key: 2, command: 3, file: 4 } as const;
