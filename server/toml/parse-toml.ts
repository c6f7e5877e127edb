// The parser of record for TOML: the package `toml-eslint-parser`, whose nodes become values with spans. Only this file knows the
// package. It stops at its first error, so the caller removes what is incomplete and parses again.
import { type AST, parseTOML } from 'toml-eslint-parser';
import type { Span } from '../text/span';
import type { Entry, ListValue, MapValue, StringStyle, Value } from '../yaml/value';
import type { Excerpt } from './excerpt';

export interface Toml {
  readonly entries: readonly Entry[];
  /** The first error: the message of the package, and its offset in the file. */
  readonly error: { readonly message: string; readonly at: number } | null;
}

/** More than any real file has; deeper brackets overflow the stack of the parser. */
const maxDepth = 200;

/**
 * Parses TOML 1.1. Never throws.
 * @param base the offset of `text` in the file: all spans are given in the file (UTF-16).
 */
export function parseToml(text: Excerpt, base: number): Toml {
  const lone = loneReturn.exec(text.kept);
  if (lone)
    return {
      entries: [],
      error: { message: 'Unexpected character', at: base + text.offsetOf(lone.index) },
    };
  try {
    const tree = parseTOML(text.kept, { tomlVersion: '1.1.0' });
    return { entries: new Converter(text, base).entriesOf(tree), error: null };
  } catch (error) {
    const { message, index } = error as { readonly message: string; readonly index?: number };
    return { entries: [], error: { message, at: base + text.offsetOf(index ?? 0) } };
  }
}

/** The package accepts it in strings, unlike the specification. */
const loneReturn = /\r(?!\n)/;

interface OpenMap extends MapValue {
  readonly entries: OpenEntry[];
  span: { start: number; end: number };
}

interface OpenList extends ListValue {
  readonly items: Value[];
  span: { start: number; end: number };
}

interface OpenEntry extends Entry {
  readonly value: Value | OpenMap | OpenList;
  span: { start: number; end: number };
}

class Converter {
  private readonly text: Excerpt;
  private readonly base: number;

  constructor(text: Excerpt, base: number) {
    this.text = text;
    this.base = base;
  }

  entriesOf({ body: [top] }: AST.TOMLProgram): readonly Entry[] {
    const root = mapAt({ start: this.base, end: this.base });
    for (const node of top.body) {
      if (node.type === 'TOMLKeyValue') this.put(root, node, 0);
      else this.putTable(root, node);
    }
    return root.entries;
  }

  private putTable(root: OpenMap, node: AST.TOMLTable): void {
    const whole = this.spanOf(node);
    const body = { start: this.base + node.key.range[1], end: whole.end };
    const last = node.key.keys.length - 1;
    let map = root;
    for (const [index, part] of node.key.keys.entries()) {
      const isItem = index === last && node.kind === 'array';
      map = isItem ? this.newItem(map, part, whole, body) : this.mapIn(map, part, whole, body);
    }
    for (const entry of node.body) this.put(map, entry, 0);
  }

  private put(map: OpenMap, node: AST.TOMLKeyValue, depth: number): void {
    const whole = this.spanOf(node);
    const value = this.valueOf(node.value, depth);
    const parts = [...node.key.keys];
    const own = parts.pop();
    if (!own) return;
    let inner = map;
    for (const part of parts) inner = this.mapIn(inner, part, whole, value.span);
    inner.entries.push({ key: nameOf(own), keySpan: this.keySpanOf(own), value, span: whole });
  }

  /** The table with this name, which may be defined in several places. Of a list of tables, the last. */
  private mapIn(map: OpenMap, part: KeyPart, whole: Span, body: Span): OpenMap {
    const known = map.entries.find(({ key }) => key === nameOf(part));
    if (!known) {
      const value = mapAt(body);
      map.entries.push({
        key: nameOf(part),
        keySpan: this.keySpanOf(part),
        value,
        span: { ...whole },
      });
      return value;
    }
    extend(known.span, whole.end);
    const { value } = known;
    if (value.kind === 'list') {
      extend(value.span, whole.end);
      const item = value.items.at(-1);
      if (item?.kind === 'map') return item as OpenMap;
    }
    if (value.kind !== 'map') return mapAt(body);
    extend(value.span, whole.end);
    return value as OpenMap;
  }

  private newItem(map: OpenMap, part: KeyPart, whole: Span, body: Span): OpenMap {
    const item = mapAt(body);
    const known = map.entries.find(({ key }) => key === nameOf(part));
    if (known?.value.kind === 'list') {
      extend(known.span, whole.end);
      extend(known.value.span, whole.end);
      (known.value as OpenList).items.push(item);
      return item;
    }
    const value: OpenList = { kind: 'list', items: [item], flow: false, span: { ...body } };
    map.entries.push({
      key: nameOf(part),
      keySpan: this.keySpanOf(part),
      value,
      span: { ...whole },
    });
    return item;
  }

  private valueOf(node: AST.TOMLContentNode, depth: number): Value {
    if (depth > maxDepth) throw new Error('The brackets are nested too deeply');
    const span = this.spanOf(node);
    if (node.type === 'TOMLArray') {
      const items = node.elements.map((item) => this.valueOf(item, depth + 1));
      return { kind: 'list', items, flow: true, span };
    }
    if (node.type === 'TOMLInlineTable') {
      const map: OpenMap = { ...mapAt(span), flow: true };
      for (const entry of node.body) this.put(map, entry, depth + 1);
      return map;
    }
    return this.scalarOf(node, span);
  }

  private scalarOf(node: AST.TOMLValue, span: Span): Value {
    const source = this.text.kept.slice(...node.range);
    switch (node.kind) {
      case 'string': {
        const omitted = node.multiline ? this.text.stringAt(node.range[0]) : undefined;
        const text = omitted ?? node.value;
        return { kind: 'text', text, style: styleOf(node), span };
      }
      case 'integer':
        if (node.bigint !== BigInt.asIntN(64, node.bigint))
          throw Object.assign(new Error('Unexpected integer'), { index: node.range[0] });
        return { kind: 'number', number: node.value, source, span };
      case 'float':
        return { kind: 'number', number: node.value, source, span };
      case 'boolean':
        return { kind: 'boolean', boolean: node.value, source, span };
      default:
        return { kind: 'date', iso: source, span };
    }
  }

  private spanOf({ range: [start, end] }: { readonly range: AST.Range }): Span {
    return {
      start: this.base + this.text.offsetOf(start),
      end: this.base + this.text.offsetOf(end),
    };
  }

  /** Without the quotes of a key. */
  private keySpanOf(part: KeyPart): Span {
    const { start, end } = this.spanOf(part);
    return part.type === 'TOMLQuoted' ? { start: start + 1, end: end - 1 } : { start, end };
  }
}

type KeyPart = AST.TOMLBare | AST.TOMLQuoted;

const nameOf = (part: KeyPart): string => (part.type === 'TOMLBare' ? part.name : part.value);

/** Strings of several lines have the style of a block, since no single quote is next to their text. */
const styleOf = ({ style, multiline }: AST.TOMLStringValue): StringStyle => {
  if (multiline) return 'literal';
  return style === 'basic' ? 'double' : 'single';
};

const mapAt = ({ start, end }: Span): OpenMap => ({
  kind: 'map',
  entries: [],
  flow: false,
  span: { start, end },
});

const extend = (span: { end: number }, end: number): void => {
  span.end = Math.max(span.end, end);
};
