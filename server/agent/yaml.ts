// YAML text to values with spans. The parser of record is `yaml`; this file is the only one that knows its nodes.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../text/span';
import { withoutStacks } from '../text/without-stacks';
import { plainYaml } from './plain-yaml';
import type { Entry, TextStyle, Value } from './value';
import { plainWithReturns } from './yaml-returns';

export interface YamlError {
  /** The parser's own code, or one of ours: TOO_LARGE, TOO_DEEP, TOO_MANY_ALIASES. */
  readonly code: string;
  readonly span: Span;
  readonly message: string;
}

export interface Yaml {
  /** Null for a text without any content. */
  readonly root: Value | null;
  readonly errors: readonly YamlError[];
  /** It holds nothing that YAML parsers read differently: see `plain-yaml.ts`. */
  readonly isPlain: boolean;
  /** It was read without the parser, and holds nothing that any has trouble with. */
  readonly isScanned?: true;
  /** It is no YAML, for colons in texts and for nothing else: it was read as it was meant. */
  readonly isMeant?: true;
}

/** Larger heads are not looked into: the largest real one seen is 7 KB. UTF-16 units. */
export const maxHead = 100_000;
const maxDepth = 200;
const maxNodes = 50_000;

interface Kept {
  readonly text: string;
  readonly base: number;
  readonly yaml: Yaml;
}

/** The last few texts parsed: outline and readers ask for the same head one after the other. */
const kept: Kept[] = [];
const keep = 6;
/** Where the oldest of them stands. */
let oldest = 0;

/**
 * Parses one YAML document. Never throws; what is wrong stands in `errors`. Lenient in what strict parsers
 * forbid without changing a value, and silent on double keys (`Entry` lists hold both).
 * @param base offset of `text` in the file: all spans are given in the file.
 * @param mayScan false where it is known to hold what only the parser reads: to find that out costs time.
 */
export function parseYaml(text: string, base: number, mayScan = true): Yaml {
  for (let at = 0; at < kept.length; at++) {
    const one = kept[at];
    if (one?.base === base && one.text === text) return one.yaml;
  }
  const yaml = (mayScan ? scanned(text, base) : null) ?? parseAny(text, base);
  kept[oldest] = { text, base, yaml };
  oldest = (oldest + 1) % keep;
  return yaml;
}

/** The same without the parser; null where it takes one. */
function scanned(text: string, base: number): Yaml | null {
  if (text.includes('\r')) {
    const root = plainWithReturns(text, base);
    return root && { root, errors: [], isPlain: false };
  }
  const plain = plainYaml(text, base);
  if (!plain) return null;
  const { root, alike, colons, isCut } = plain;
  if (isCut) return colons.length > 0 ? null : { root, errors: [], isPlain: false };
  if (colons.length === 0) return { root, errors: [], isPlain: alike, isScanned: true };
  const errors = colons.map((span) => ({ code: 'BLOCK_AS_IMPLICIT_KEY', span, message: 'colon' }));
  return { root, errors, isPlain: false, isMeant: true };
}

/** The same by the parser, whatever the text: `parseYaml` does without it where it can. */
export function parseAny(text: string, base: number): Yaml {
  if (text.length > maxHead) {
    const span = { start: base, end: base + text.length };
    const error = { code: 'TOO_LARGE', span, message: 'too large' };
    return { root: null, errors: [error], isPlain: false };
  }
  const errors: YamlError[] = [];
  let document: Document.Parsed;
  try {
    document = withoutStacks(() =>
      parseDocument(text, {
        strict: false,
        uniqueKeys: false, // quadratic in the parser; whoever minds double keys sees them in the entries
        merge: true,
        prettyErrors: false,
        logLevel: 'silent',
      }),
    );
  } catch (error) {
    // The parser recurses: a head of thousands of brackets may end its stack.
    const span = { start: base, end: base + text.length };
    const tooDeep = { code: 'TOO_DEEP', span, message: String(error) };
    return { root: null, errors: [tooDeep], isPlain: false };
  }
  for (const { code, pos, message } of document.errors) {
    errors.push({ code, span: { start: base + pos[0], end: base + pos[1] }, message });
  }
  const root =
    document.contents && new Converter(document, text, base, errors).convert(document.contents);
  return { root: root ?? null, errors, isPlain: false };
}

const styles: Readonly<Record<string, TextStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Walks the parser's nodes once, with limits on depth and on the nodes that aliases may multiply. */
class Converter {
  private depth = 0;
  private nodes = 0;
  private readonly document: Document.Parsed;
  private readonly text: string;
  private readonly base: number;
  private readonly errors: YamlError[];

  constructor(document: Document.Parsed, text: string, base: number, errors: YamlError[]) {
    this.document = document;
    this.text = text;
    this.base = base;
    this.errors = errors;
  }

  convert(node: Node | null | undefined, instead?: Span): Value {
    const span = instead ?? this.spanOf(node);
    if (!node) return { kind: 'null', source: '', span };
    if (++this.nodes > maxNodes) return this.refuse('TOO_MANY_ALIASES', span);
    if (++this.depth > maxDepth) {
      this.depth--;
      return this.refuse('TOO_DEEP', span);
    }
    const value = this.inner(node, span, instead);
    this.depth--;
    return value;
  }

  private inner(node: Node, span: Span, instead?: Span): Value {
    if (isAlias(node)) {
      const target = node.resolve(this.document);
      if (target) return this.convert(target, span);
      this.errors.push({ code: 'BAD_ALIAS', span, message: `no anchor ${node.source}` });
      return { kind: 'null', source: '', span };
    }
    if (isMap(node)) return this.map(node, span, instead);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node | null, instead));
      return {
        kind: 'list',
        items,
        flow: node.flow === true,
        span: within(node, span, items.at(-1)),
      };
    }
    return isScalar(node) ? this.scalar(node, span) : { kind: 'null', source: '', span };
  }

  private map(node: YAMLMap, span: Span, instead?: Span): Value {
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keySpan = instead ?? this.spanOf(pair.key);
      const key = this.keyOf(pair.key, keySpan);
      const after = { start: keySpan.end, end: keySpan.end };
      const value = pair.value
        ? this.convert(pair.value, instead)
        : this.nothing(pair, instead ?? after);
      const whole = { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN')
        merged.push(...mergedOf(value, whole));
      else entries.push({ key, keySpan, value, span: whole });
    }
    const last = entries.at(-1);
    for (const entry of merged) {
      if (!entries.some((own) => own.key === entry.key)) entries.push(entry);
    }
    return { kind: 'map', entries, flow: node.flow === true, span: within(node, span, last) };
  }

  /** `key:` without a value: the caret belongs behind the colon. */
  private nothing(pair: Pair<Node | null, Node | null>, after: Span): Value {
    const end = this.spanOf(pair.value).start;
    return { kind: 'null', source: '', span: pair.value ? { start: end, end } : after };
  }

  private keyOf(key: Node | null, at: Span): string {
    if (!key) return '';
    if (isScalar(key))
      return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value ?? ''));
    return this.text.slice(at.start - this.base, at.end - this.base);
  }

  private scalar(node: Scalar, span: Span): Value {
    const { value } = node;
    const source = node.source ?? '';
    if (typeof value === 'string') {
      const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
      const isBlock = style === 'literal' || style === 'folded';
      return { kind: 'text', text: value, style, span: isBlock ? this.lessBreaks(span) : span };
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      return { kind: 'number', number: Number(value), source, span };
    }
    if (typeof value === 'boolean') return { kind: 'boolean', boolean: value, source, span };
    if (value === null || value === undefined) return { kind: 'null', source, span };
    // Tags such as !!binary and !!set make objects that no agent file means: their text stands for them.
    return { kind: 'text', text: source, style: 'plain', span };
  }

  /** A block text ends with its last line: the parser counts the line breaks behind it too. */
  private lessBreaks({ start, end }: Span): Span {
    const written = this.text.slice(start - this.base, end - this.base);
    return { start, end: start + written.trimEnd().length };
  }

  private spanOf(node: Node | null | undefined): Span {
    const range = node?.range;
    return range
      ? { start: this.base + range[0], end: this.base + range[1] }
      : { start: this.base, end: this.base };
  }

  private refuse(code: string, span: Span): Value {
    if (!this.errors.some((error) => error.code === code)) {
      this.errors.push({ code, span, message: 'more than this program follows' });
    }
    return { kind: 'null', source: '', span };
  }
}

/** Without brackets a collection ends with its last part: the parser counts blank lines and comments behind it too. */
const within = (
  { flow }: YAMLMap | YAMLSeq,
  { start, end }: Span,
  last: { readonly span: Span } | undefined,
): Span => ({ start, end: flow || !last ? end : Math.max(start, Math.min(end, last.span.end)) });

function mergedOf(value: Value, at: Span): Entry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) =>
    map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, span: at })) : [],
  );
}
