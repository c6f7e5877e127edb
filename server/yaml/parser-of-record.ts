// The parser of record: the package `yaml`, whose nodes become values with spans. Only this file knows the package.
//
// The codes of errors are those of the package, those of `limits.ts`, and BAD_ALIAS.
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
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
import { withoutStackTraces } from '../text/without-stack-traces';
import type { ParseError, Yaml, YamlDialect } from './dialect';
import { type Excess, maxDepth, maxValues, withinLimits } from './limits';
import type { Entry, StringStyle, Value } from './value';

/** Accepts what strict parsers reject if the value is clear, and duplicate keys (both are in the entries). */
export const parserOfRecord: YamlDialect = {
  parse: (text, base) => withinLimits(text, base, () => parseWithinLimits(text, base)),
};

/** The same for text whose size was checked before. */
export const parseWithinLimits: YamlDialect['parse'] = (text, base) => parse(text, base, false);

/**
 * The package as programs use it that set no options: strict, and without merge keys. Duplicate keys are in the entries too. A tag by
 * which a value is no plain scalar is reported as the error EXPLICIT_TAG, because it may stand for an object that no `Value` is.
 */
export const strictParser: YamlDialect = {
  parse: (text, base) => withinLimits(text, base, () => parse(text, base, true)),
};

function parse(text: string, base: number, isStrict: boolean): Yaml {
  const errors: ParseError[] = [];
  let document: Document.Parsed;
  try {
    document = withoutStackTraces(() =>
      parseDocument(text, {
        strict: isStrict,
        uniqueKeys: false, // Takes quadratic time. Duplicate keys are found in the entries.
        merge: !isStrict,
        prettyErrors: false,
        // A second document counts as an error only where errors are reported.
        logLevel: isStrict ? 'error' : 'silent',
      }),
    );
  } catch (error) {
    // The parser is recursive, so thousands of brackets may overflow the stack.
    const span = { start: base, end: base + text.length };
    const tooDeep = { code: 'TOO_DEEP', span, message: String(error) };
    return { root: null, errors: [tooDeep] };
  }
  for (const { code, pos, message } of document.errors) {
    errors.push({ code, span: { start: base + pos[0], end: base + pos[1] }, message });
  }
  if (!document.contents) return { root: null, errors };
  const converter = new Converter(document, text, base, errors, isStrict);
  try {
    return { root: converter.convert(document.contents), errors };
  } catch (error) {
    if (!(error instanceof ExcessError)) throw error;
    const { message: code, span } = error;
    return { root: null, errors: [{ code, span, message: code }] };
  }
}

const styles: Readonly<Record<string, StringStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Whether the parser has made a string, a number, a boolean or null of the node, whatever its tag is. */
const isPlain = (node: Node): boolean => isScalar(node) && Object(node.value) !== node.value;

/** Ends the walk as soon as a limit is exceeded, because nothing of the tree is used then. */
class ExcessError extends Error {
  readonly span: Span;

  constructor(code: Excess, span: Span) {
    super(code);
    this.span = span;
  }
}

/** Walks the parser's nodes once, with limits on depth and on the nodes that aliases may multiply. */
class Converter {
  private depth = 0;
  private nodes = 0;
  private anchors: ReadonlyMap<string, readonly Node[]> | undefined = undefined;
  private readonly document: Document.Parsed;
  private readonly text: string;
  private readonly base: number;
  private readonly errors: ParseError[];
  private readonly isStrict: boolean;

  constructor(
    document: Document.Parsed,
    text: string,
    base: number,
    errors: ParseError[],
    isStrict: boolean,
  ) {
    this.isStrict = isStrict;
    this.document = document;
    this.text = text;
    this.base = base;
    this.errors = errors;
  }

  convert(node: Node | null | undefined, aliasSpan?: Span): Value {
    const span = aliasSpan ?? this.spanOf(node);
    if (!node) return { kind: 'null', source: '', span };
    this.counted([node], span);
    if (++this.depth > maxDepth) throw new ExcessError('TOO_DEEP', span);
    const value = this.inner(node, span, aliasSpan);
    this.depth--;
    return value;
  }

  /** @throws if there are too many values with these. A merge copies the entries of a map, at each level of a chain again. */
  private counted<T>(values: readonly T[], span: Span): readonly T[] {
    this.nodes += values.length;
    if (this.nodes > maxValues) throw new ExcessError('TOO_MANY_ALIASES', span);
    return values;
  }

  private inner(node: Node, span: Span, aliasSpan?: Span): Value {
    if (this.isStrict && 'tag' in node && node.tag !== undefined && !isPlain(node))
      this.errors.push({ code: 'EXPLICIT_TAG', span, message: `tag ${node.tag}` });
    if (isAlias(node)) {
      const target = this.anchored(node);
      if (target) return this.convert(target, span);
      this.errors.push({ code: 'BAD_ALIAS', span, message: `no anchor ${node.source}` });
      return { kind: 'null', source: '', span };
    }
    if (isMap(node)) return this.map(node, span, aliasSpan);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node | null, aliasSpan));
      return {
        kind: 'list',
        items,
        flow: node.flow === true,
        span: within(node, span, items.at(-1)),
      };
    }
    return isScalar(node) ? this.scalar(node, span) : { kind: 'null', source: '', span };
  }

  /** The last node before an alias that has its anchor. The parser's own search visits the whole document for each alias. */
  private anchored({ source, range }: Alias): Node | undefined {
    this.anchors ??= anchorsIn(this.document);
    const at = range?.[0] ?? 0;
    return this.anchors.get(source)?.findLast((one) => (one.range?.[0] ?? 0) < at);
  }

  private map(node: YAMLMap, span: Span, aliasSpan?: Span): Value {
    const entries: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keySpan = aliasSpan ?? this.spanOf(pair.key);
      const key = this.keyOf(pair.key, keySpan);
      const after = { start: keySpan.end, end: keySpan.end };
      const value = pair.value
        ? this.convert(pair.value, aliasSpan)
        : this.nothing(pair, aliasSpan ?? after);
      const whole = { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) };
      if (!this.isStrict && key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN')
        merged.push(...this.counted(mergedOf(value, whole), whole));
      else entries.push({ key, keySpan, value, span: whole });
    }
    const last = entries.at(-1);
    const own = new Set(merged.length > 0 ? entries.map(({ key }) => key) : []);
    for (const entry of merged) {
      if (!own.has(entry.key)) entries.push(entry);
      own.add(entry.key);
    }
    return { kind: 'map', entries, flow: node.flow === true, span: within(node, span, last) };
  }

  /** `key:` without a value: the span is after the colon. */
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
      return {
        kind: 'text',
        text: value,
        style,
        span: isBlock ? this.withoutFinalBreaks(span) : span,
      };
    }
    if (typeof value === 'number' || typeof value === 'bigint') {
      return { kind: 'number', number: Number(value), source, span };
    }
    if (typeof value === 'boolean') return { kind: 'boolean', boolean: value, source, span };
    if (value === null || value === undefined) return { kind: 'null', source, span };
    // Tags such as !!binary and !!set create objects that no agent needs: they are read as strings.
    return { kind: 'text', text: source, style: 'plain', span };
  }

  /** The span of a block scalar up to its last line: the parser includes the line breaks after it. */
  private withoutFinalBreaks({ start, end }: Span): Span {
    const written = this.text.slice(start - this.base, end - this.base);
    return { start, end: start + written.trimEnd().length };
  }

  private spanOf(node: Node | null | undefined): Span {
    const range = node?.range;
    return range
      ? { start: this.base + range[0], end: this.base + range[1] }
      : { start: this.base, end: this.base };
  }
}

/** The span of a block collection up to its last item: the parser includes blank lines and comments after it. */
const within = (
  { flow }: YAMLMap | YAMLSeq,
  { start, end }: Span,
  last: { readonly span: Span } | undefined,
): Span => ({ start, end: flow || !last ? end : Math.max(start, Math.min(end, last.span.end)) });

/** The nodes with an anchor, in the order of the text, by its name. */
function anchorsIn({ contents }: Document.Parsed): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  const collect = (node: unknown): void => {
    if (isPair(node)) {
      collect(node.key);
      collect(node.value);
      return;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    const { anchor } = node;
    if (anchor !== undefined) {
      const known = anchors.get(anchor);
      if (known) known.push(node);
      else anchors.set(anchor, [node]);
    }
    if (!isScalar(node)) node.items.forEach(collect);
  };
  collect(contents);
  return anchors;
}

function mergedOf(value: Value, at: Span): Entry[] {
  const maps = value.kind === 'list' ? value.items : [value];
  return maps.flatMap((map) =>
    map.kind === 'map' ? map.entries.map((entry) => ({ ...entry, span: at })) : [],
  );
}
