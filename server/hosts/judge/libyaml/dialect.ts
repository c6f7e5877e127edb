// YAML as the Rust libraries libyaml and serde_yaml read it. The first error ends the document.

import { t } from '../../../text/message';
import type { Span } from '../../../text/span';
import type { Yaml, YamlDialect } from '../../../yaml/dialect';
import type { Entry, Value } from '../../../yaml/value';
import { resolve } from './resolve';
import { scan } from './scan';
import { type LineBreaks, SyntaxFault } from './source';
import type { Token, TokenKind } from './token';

/** How a program uses the libraries. */
interface Use {
  readonly lineBreaks: LineBreaks;
  /** It reads the text as one value first, which has no duplicate keys and no numbers of more than 64 bits. */
  readonly isOneValue: boolean;
  /** The map at the top may have duplicate keys all the same. */
  readonly hasDuplicates?: true;
}

/**
 * For a program that splits the text into lines and reads it as one value. At most one error, `syntax` or `duplicate-key`, with an
 * empty span where it was noticed. With it, there is no value.
 */
export const serdeValueYaml: YamlDialect = {
  parse: (text, base) => parse(text, base, { lineBreaks: 'joined', isOneValue: true }),
};

/**
 * For a program that reads the fields one by one, each in its own type: duplicate keys and numbers of any size are values. At most
 * one error, as in `serdeValueYaml`.
 */
export const serdeFieldsYaml: YamlDialect = {
  parse: (text, base) => parse(text, base, { lineBreaks: 'as written', isOneValue: false }),
};

/** As `serdeValueYaml`, for a program that reads a map of values: the map itself may have duplicate keys. */
export const serdeMapYaml: YamlDialect = {
  parse: (text, base) =>
    parse(text, base, { lineBreaks: 'as written', isOneValue: true, hasDuplicates: true }),
};

function parse(text: string, base: number, { lineBreaks, isOneValue, hasDuplicates }: Use): Yaml {
  const tokens = scan(text, base, lineBreaks);
  const load: Load = {
    ...{ tokens, isOneValue, hasDuplicates: hasDuplicates ?? false },
    ...{ at: 0, anchors: new Map(), depth: 0, size: 0 },
  };
  try {
    return { root: readDocument(load), errors: [] };
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    const { at, message } = error;
    const code = error instanceof DuplicateKey ? 'duplicate-key' : 'syntax';
    return { root: null, errors: [{ code, span: { start: at, end: at }, message }] };
  }
}

class DuplicateKey extends SyntaxFault {}

interface Anchored {
  readonly value: Value;
  readonly size: number;
}

interface Load {
  readonly isOneValue: boolean;
  readonly hasDuplicates: boolean;
  readonly tokens: readonly Token[];
  readonly anchors: Map<string, Anchored | 'open'>;
  at: number;
  depth: number;
  /** The number of nodes so far, with those of aliases counted each time. */
  size: number;
}

const maxDepth = 128;
const maxSize = 50_000;

function peek({ tokens, at }: Load): Token {
  const token = tokens[Math.min(at, tokens.length - 1)];
  if (!token || token.kind === 'refused')
    throw new SyntaxFault(token?.message ?? '', token?.start ?? 0);
  return token;
}

function take(load: Load): Token {
  const token = peek(load);
  load.at++;
  return token;
}

const isNext = (load: Load, ...kinds: readonly TokenKind[]): boolean =>
  kinds.includes(peek(load).kind);

function readDocument(load: Load): Value | null {
  if (isNext(load, 'stream-end')) return null;
  // At the beginning, libyaml does not skip "...": it begins a document there, which has to have a value.
  if (isNext(load, 'document-end'))
    throw new SyntaxFault('a value is expected here', peek(load).start);
  if (isNext(load, 'directive')) {
    while (isNext(load, 'directive')) checkDirective(take(load));
    if (!isNext(load, 'document-start'))
      throw new SyntaxFault('"---" must follow a line that begins with "%"', peek(load).start);
  }
  if (isNext(load, 'document-start')) take(load);
  const isEmpty = isNext(load, 'directive', 'document-start', 'document-end', 'stream-end');
  const root = isEmpty ? null : readNode(load, 'block');
  while (isNext(load, 'document-end')) take(load);
  if (!isNext(load, 'stream-end'))
    throw new SyntaxFault('a second document begins here', peek(load).start);
  return root;
}

function checkDirective({ text, start }: Token): void {
  const known = /^%(?:YAML[ \t]+1\.[12]|TAG[ \t]+!(?:[\w-]*!)?[ \t]+\S[^\s#]*)[ \t]*(?:#.*)?$/.test(
    text,
  );
  if (!known)
    throw new SyntaxFault(
      'a line that begins with "%" is a YAML directive, and this directive is unknown',
      start,
    );
}

type Where = 'block' | 'flow' | 'item';

/** @param where with `item`, a list may have the same indentation as its key. */
function readNode(load: Load, where: Where): Value {
  const { start } = peek(load);
  if (isNext(load, 'alias')) return readAlias(load);
  const { anchor, tag } = readProperties(load);
  if (anchor !== null) load.anchors.set(anchor, 'open');
  const before = load.size++;
  load.depth++;
  const value = readContent(load, where, anchor !== null || tag !== null, tag);
  load.depth--;
  if (load.size > maxSize) throw new SyntaxFault('the document has too many values', start);
  if (anchor !== null) load.anchors.set(anchor, { value, size: load.size - before });
  return value;
}

function readAlias(load: Load): Value {
  const { text, start, end } = take(load);
  const anchored = load.anchors.get(text);
  if (anchored === undefined)
    throw new SyntaxFault(
      t('"*{name}" refers to an anchor that does not exist', { name: text }),
      start,
    );
  if (anchored === 'open')
    throw new SyntaxFault(t('"*{name}" refers to itself', { name: text }), start);
  load.size += anchored.size;
  if (load.size > maxSize) throw new SyntaxFault('the document has too many values', start);
  return { ...anchored.value, span: { start, end } };
}

function readProperties(load: Load): { anchor: string | null; tag: string | null } {
  let anchor: string | null = null;
  let tag: string | null = null;
  for (;;) {
    if (anchor === null && isNext(load, 'anchor')) anchor = take(load).text;
    else if (tag === null && isNext(load, 'tag')) tag = take(load).text;
    else return { anchor, tag };
  }
}

function readContent(load: Load, where: Where, hasProperties: boolean, tag: string | null): Value {
  const { kind } = peek(load);
  if (kind === 'scalar') return resolve(take(load), tag, load.isOneValue);
  if (load.depth > maxDepth)
    throw new SyntaxFault('the values are nested too deeply', peek(load).start);
  if (where === 'item' && kind === 'entry') return readBareList(load);
  if (kind === '[') return readFlowList(load);
  if (kind === '{') return readFlowMap(load);
  if (where !== 'flow' && kind === 'block-sequence') return readList(load);
  if (where !== 'flow' && kind === 'block-mapping') return readMap(load);
  if (!hasProperties) throw new SyntaxFault('a value is expected here', peek(load).start);
  const at = lastEnd(load);
  const empty: Token = { kind: 'scalar', text: '', style: 'plain', start: at, end: at };
  return resolve(empty, tag, load.isOneValue);
}

const lastEnd = ({ tokens, at }: Load): number => tokens[at - 1]?.end ?? 0;

function emptyValue(load: Load): Value {
  const at = lastEnd(load);
  return { kind: 'null', source: '', span: { start: at, end: at } };
}

function readList(load: Load): Value {
  const { start } = take(load);
  const items: Value[] = [];
  while (isNext(load, 'entry')) {
    take(load);
    items.push(isNext(load, 'entry', 'block-end') ? emptyValue(load) : readNode(load, 'block'));
  }
  if (!isNext(load, 'block-end')) throw new SyntaxFault('"- " is expected here', peek(load).start);
  take(load);
  return { kind: 'list', items, flow: false, span: { start, end: endOf(items, start) } };
}

/** A list with the indentation of its key is not enclosed in tokens. */
function readBareList(load: Load): Value {
  const { start } = peek(load);
  const items: Value[] = [];
  while (isNext(load, 'entry')) {
    take(load);
    const isEmpty = isNext(load, 'entry', 'key', 'value', 'block-end');
    items.push(isEmpty ? emptyValue(load) : readNode(load, 'block'));
  }
  return { kind: 'list', items, flow: false, span: { start, end: endOf(items, start) } };
}

const endOf = (values: readonly { readonly span: Span }[], start: number): number =>
  values.at(-1)?.span.end ?? start;

function readMap(load: Load): Value {
  const { start } = take(load);
  const entries = entriesOf(load);
  while (isNext(load, 'key')) {
    take(load);
    const key = isNext(load, 'key', 'value', 'block-end')
      ? emptyValue(load)
      : readNode(load, 'item');
    let value: Value | null = null;
    if (isNext(load, 'value')) {
      take(load);
      value = isNext(load, 'key', 'value', 'block-end') ? emptyValue(load) : readNode(load, 'item');
    }
    entries.add(key, value ?? emptyValue(load));
  }
  if (!isNext(load, 'block-end')) throw new SyntaxFault('a key is expected here', peek(load).start);
  take(load);
  return {
    kind: 'map',
    entries: entries.all,
    flow: false,
    span: { start, end: endOf(entries.all, start) },
  };
}

function readFlowList(load: Load): Value {
  const { start } = take(load);
  const items: Value[] = [];
  while (!isNext(load, ']')) {
    if (items.length > 0) {
      if (!isNext(load, ','))
        throw new SyntaxFault('"," or "]" is expected here', peek(load).start);
      take(load);
      if (isNext(load, ']')) break;
    }
    items.push(isNext(load, 'key') ? readPair(load) : readNode(load, 'flow'));
  }
  return { kind: 'list', items, flow: true, span: { start, end: take(load).end } };
}

/** `[a: b]` is a list of one map. */
function readPair(load: Load): Value {
  const { start } = take(load);
  const key = isNext(load, 'value', ',', ']') ? emptyValue(load) : readNode(load, 'flow');
  let value: Value | null = null;
  if (isNext(load, 'value')) {
    take(load);
    value = isNext(load, ',', ']') ? emptyValue(load) : readNode(load, 'flow');
  }
  const entries = entriesOf(load);
  entries.add(key, value ?? emptyValue(load));
  return {
    kind: 'map',
    entries: entries.all,
    flow: true,
    span: { start, end: endOf(entries.all, start) },
  };
}

function readFlowMap(load: Load): Value {
  const { start } = take(load);
  const entries = entriesOf(load);
  for (let first = true; !isNext(load, '}'); first = false) {
    if (!first) {
      if (!isNext(load, ','))
        throw new SyntaxFault('"," or "}" is expected here', peek(load).start);
      take(load);
      if (isNext(load, '}')) break;
    }
    readFlowEntry(load, entries);
  }
  return { kind: 'map', entries: entries.all, flow: true, span: { start, end: take(load).end } };
}

function readFlowEntry(load: Load, entries: Entries): void {
  if (!isNext(load, 'key')) {
    entries.add(readNode(load, 'flow'), emptyValue(load));
    return;
  }
  take(load);
  const key = isNext(load, 'value', ',', '}') ? emptyValue(load) : readNode(load, 'flow');
  let value: Value | null = null;
  if (isNext(load, 'value')) {
    take(load);
    value = isNext(load, ',', '}') ? emptyValue(load) : readNode(load, 'flow');
  }
  entries.add(key, value ?? emptyValue(load));
}

const entriesOf = ({ isOneValue, hasDuplicates, depth }: Load): Entries =>
  new Entries(isOneValue && !(hasDuplicates && depth === 1));

/** The entries of one map. Where they are unique, a duplicate key is an error; `1` and `"1"` are different keys. */
class Entries {
  readonly all: Entry[] = [];
  private readonly seen = new Set<string>();
  private readonly isUnique: boolean;

  constructor(isUnique: boolean) {
    this.isUnique = isUnique;
  }

  add(key: Value, value: Value): void {
    const name = nameOf(key);
    const id = `${key.kind}:${name}`;
    if (this.isUnique && this.seen.has(id))
      throw new DuplicateKey(
        t('"{key}" is a duplicate key', { key: name.slice(0, 60) }),
        key.span.start,
      );
    this.seen.add(id);
    const span = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
    this.all.push({ key: name, keySpan: key.span, value, span });
  }
}

function nameOf(key: Value): string {
  switch (key.kind) {
    case 'text':
      return key.text;
    case 'null':
      return 'null';
    case 'boolean':
      return String(key.boolean);
    case 'number':
      return numberName(key.number, key.source);
    case 'list':
      return key.items.map((item) => `- ${nameOf(item)}`).join('\n');
    case 'map':
      return key.entries.map((entry) => `${entry.key}: ${nameOf(entry.value)}`).join('\n');
    case 'date':
      return key.iso;
  }
}

/** The number as the library writes it: `0x10` is 16, `1e3` is 1000.0. @param source as it is in the file */
export function numberName(number: number, source: string): string {
  if (!/^[-+]?(?:\d+|0[xob].*)$/.test(source)) {
    return Number.isInteger(number) && Math.abs(number) < 1e16 ? number.toFixed(1) : String(number);
  }
  const size = BigInt(source.replace(/^[-+]/, ''));
  return `${source.startsWith('-') && size > 0n ? '-' : ''}${size}`;
}
