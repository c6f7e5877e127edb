// A fast reader for the subset of YAML that every parser reads alike: keys of letters, strings that begin with a letter or are
// quoted with common escapes only, numbers, booleans, block scalars, and lists and maps of these. Most frontmatters contain
// nothing else, and a parser takes twenty times as long. Anything ambiguous is left to the parsers.
//
// Parsers agree on the structure of such a source, and differ only in the types of a few unquoted scalars: dates are strings in the
// tree, and `yes` is one too. A dialect that reads them differently declares it, see `YamlDialect.readScalar`.
import type { Span } from '../text/span';
import type { ParseError } from './dialect';
import { blockText } from './simple-block-scalar';
import { beforeComment, flowList, type ScanState, scalarAt } from './simple-scalar';
import { type Entry, hasDuplicateKeys, type MapValue, mapEntrySpans, type Value } from './value';

export type SimpleYaml =
  | {
      readonly kind: 'simple';
      /** Every parser reads the text as this tree. */
      readonly root: MapValue;
      /**
       * One for each unquoted value with a colon, the most frequent fault. The tree contains the value as it was intended; strict
       * parsers reject the text at the first of them.
       */
      readonly errors: readonly ParseError[];
    }
  | {
      readonly kind: 'needs-parser';
      /**
       * The tree of the parser of record, if it is known all the same: parsers differ on the line breaks of a source with CRLF, on
       * the last line break of a block scalar that ends the text, and on keys that occur twice.
       */
      readonly root: MapValue | null;
      /** As for a simple text, if the tree is known. */
      readonly errors: readonly ParseError[];
    };

const noErrors: readonly ParseError[] = [];
const needsParser: SimpleYaml = { kind: 'needs-parser', root: null, errors: noErrors };

/**
 * Reads a head without a parser, if that is possible. Never throws.
 * @param base offset of `text` in the file: all spans are given in the file (UTF-16).
 */
export function parseSimpleYaml(text: string, base: number): SimpleYaml {
  if (!text.includes('\r')) return parseLines(text, base);
  const found = parseLines(text.replaceAll('\r\n', '\n'), 0);
  if (found.root === null || found.errors.length > 0) return needsParser;
  return { kind: 'needs-parser', root: withCrlfSpans(found.root, text, base), errors: noErrors };
}

/** As `parseSimpleYaml`, for a source whose line breaks are LF. */
function parseLines(text: string, base: number): SimpleYaml {
  if (text.length > maxLength) return needsParser;
  // Emoji are the only common surrogate pairs.
  if (unusual.test(text) && unusual.test(text.replace(emoji, ''))) return needsParser;
  const colons: Span[] = [];
  const head: Head = {
    text,
    base,
    at: 0,
    indent: 0,
    depth: 0,
    colons,
    comment: -1,
    end: 0,
    endsInBlock: false,
    hasDuplicates: false,
  };
  skipToContent(head, 0);
  const root = head.indent === 0 ? mapAt(head, 0, head.at) : null;
  if (!root || head.at < text.length) return needsParser;
  if (head.endsInBlock && colons.length > 0) return needsParser;
  const errors = colons.length > 0 ? colons.map(errorAt) : noErrors;
  return { kind: head.endsInBlock || head.hasDuplicates ? 'needs-parser' : 'simple', root, errors };
}

/** The error of the parser of record at such a value. */
const errorAt = (span: Span): ParseError => ({
  code: 'BLOCK_AS_IMPLICIT_KEY',
  span,
  message: 'colon',
});

/** Longer heads are rare and may be hostile. UTF-16 units. */
const maxLength = 20_000;
const maxDepth = 8;

/** Control characters, line breaks and spaces that parsers treat differently, byte order marks, surrogate pairs. */
const unusual = /[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufefe\uff00-\uffef]/;
const emoji = /[\ud83c-\ud83e][\udc00-\udfff]/g;

interface Head extends ScanState {
  readonly text: string;
  readonly base: number;
  /** The start of the next line that is neither blank nor a comment; the end of the text if there is none. */
  at: number;
  /** The indentation of that line; -1 at the end of the text. */
  indent: number;
  depth: number;
  /** The text ends with a block scalar that keeps its last line break. */
  endsInBlock: boolean;
  /** A map has a key twice. */
  hasDuplicates: boolean;
}

/** Advances to the next line with content. @param from the start of a line, or of the spaces at its end. */
function skipToContent(head: Head, from: number): void {
  const { text } = head;
  for (let start = from; ; ) {
    let at = start;
    let code = text.charCodeAt(at);
    while (code === 32) code = text.charCodeAt(++at);
    if (code !== 10 && code !== 35) {
      const isEnd = at >= text.length;
      head.at = isEnd ? text.length : start;
      head.indent = isEnd ? -1 : at - start;
      return;
    }
    const end = code === 10 ? at : text.indexOf('\n', at);
    start = end < 0 ? text.length : end + 1;
  }
}

const key = /(?:[A-Za-z][\w-]*\*?|\d+(?:\.\d+){2,}|"[^"\\\n]+"|'[^'\n]+'):(?: +|(?=\n|$))/y;

/** Words that some parsers read as a boolean or null, and others as a string. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const maxReserved = 5;

/** Keys that JavaScript objects lose or reorder, and merge keys. */
const unsupportedKey = /^(?:\d+|__proto__|<<)$/;

/** @param first the offset of the first key, which after a dash is not at the start of the line. */
function mapAt(head: Head, indent: number, first: number): MapValue | null {
  if (++head.depth > maxDepth) return null;
  const entries: Entry[] = [];
  let start = first;
  do {
    const entry = entryAt(head, start, indent);
    if (!entry) return null;
    entries.push(entry);
    start = head.at + indent;
  } while (head.indent === indent);
  if (hasDuplicateKeys(entries)) head.hasDuplicates = true;
  head.depth--;
  return { kind: 'map', entries, flow: false, span: spanFrom(head, first) };
}

function entryAt(head: Head, start: number, indent: number): Entry | null {
  const { text, base } = head;
  key.lastIndex = start;
  if (!key.test(text)) return null;
  const after = key.lastIndex;
  const quote = text.charCodeAt(start);
  const isQuoted = quote === 34 || quote === 39;
  const end = isQuoted
    ? text.indexOf(quote === 34 ? '"' : "'", start + 1) + 1
    : text.indexOf(':', start);
  const name = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
  if (isQuoted ? unsupportedKey.test(name) : name.length <= maxReserved && reserved.test(name))
    return null;
  const value = valueAt(head, after, end + 1, indent);
  if (!value) return null;
  const keySpan = { start: base + start, end: base + end };
  return { key: name, keySpan, value, span: spanFrom(head, start) };
}

/** @param from the earliest start of the value. @param colon the offset after the colon. @param indent that of the key. */
function valueAt(head: Head, from: number, colon: number, indent: number): Value | null {
  const { text } = head;
  if (from < text.length && text.charCodeAt(from) !== 10)
    return inlineValue(head, from, indent, true);
  skipToContent(head, from);
  const below = head.indent;
  if (below >= indent) {
    const first = head.at + below;
    const code = text.charCodeAt(first);
    if (code === 45) return listAt(head, below);
    if (below > indent)
      return code === 91 ? inlineValue(head, first, indent, false) : mapAt(head, below, first);
  }
  if (from !== colon) return null;
  head.end = head.base + colon;
  return { kind: 'null', source: '', span: spanFrom(head, colon) };
}

function listAt(head: Head, indent: number): Value | null {
  const { text } = head;
  const items: Value[] = [];
  const start = head.at + indent;
  while (head.indent === indent) {
    const dash = head.at + indent;
    if (text.charCodeAt(dash) !== 45 || text.charCodeAt(dash + 1) !== 32) break;
    let from = dash + 2;
    while (text.charCodeAt(from) === 32) from++;
    key.lastIndex = from;
    const value = key.test(text)
      ? mapAt(head, from - head.at, from)
      : inlineValue(head, from, indent, false);
    if (!value) return null;
    items.push(value);
  }
  return items.length > 0
    ? { kind: 'list', items, flow: false, span: spanFrom(head, start) }
    : null;
}

/**
 * A scalar on one line, a flow list or a block scalar.
 * @param isOfKey whether it is on the line of its key. Elsewhere, a colon in it would begin a nested map.
 */
function inlineValue(head: Head, from: number, indent: number, isOfKey: boolean): Value | null {
  const { text, base } = head;
  const code = text.charCodeAt(from);
  if (code === 124 || code === 62) {
    const block = blockText(text, from, indent, base);
    if (!block) return null;
    if (block.isLast) head.endsInBlock = true;
    head.end = block.value.span.end;
    skipToContent(head, block.next);
    return block.value;
  }
  if (code === 91) {
    const list = flowList(text, from, indent, base, head);
    if (list) head.end = list.value.span.end;
    return list && endsAt(head, list.end, indent) ? list.value : null;
  }
  const stop = text.indexOf('\n', from);
  const end = stop < 0 ? text.length : stop;
  const colons = head.colons.length;
  const value = scalarAt(text, from, beforeComment(text, from, end, head), base, head);
  if (!isOfKey && head.colons.length > colons) return null;
  return value && endsAt(head, end, indent) ? value : null;
}

/** Advances to the line after `end`. @returns whether the value ends there. */
function endsAt(head: Head, end: number, indent: number): boolean {
  skipToContent(head, end + 1);
  // A line that is indented further would continue the value.
  return head.indent <= indent;
}

/** The span from `start` to the end of the last value: maps, lists and entries end with the last value in them. */
const spanFrom = ({ base, end }: Head, start: number): Span => ({ start: base + start, end });

/** The tree of a source whose CRLF were replaced by LF, with the spans of the original. */
function withCrlfSpans(root: MapValue, text: string, base: number): MapValue {
  const offsets = originalOffsets(text);
  const originalOffset = (offset: number): number => base + (offsets[offset] ?? 0);
  const mapSpan = ({ start, end }: Span): Span => ({
    start: originalOffset(start),
    end: originalOffset(end),
  });
  const entries = root.entries.map((entry) => mapEntrySpans(entry, mapSpan));
  return { ...root, entries, span: mapSpan(root.span) };
}

/** The original offset of each character of the converted text; for a line break, that of its CR. */
function originalOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    offsets[count++] = at;
    if (text.charCodeAt(at) === 13) at++;
  }
  offsets[count] = text.length;
  return offsets;
}
