// The part of YAML in which every parser agrees, read without one: keys of letters, texts that begin with a letter or stand
// in quotes without escapes, numbers, true and false, lists and maps of them, block texts. Most frontmatters hold nothing else, and
// a parser takes twenty times as long. Whatever might mean two things is left to the parsers.
import type { Span } from '../text/span';
import { blockText } from './plain-block';
import { beforeComment, flowList, type Noted, scalarAt } from './plain-scalar';
import type { Entry, MapValue, Value } from './value';

/**
 * The value of a head, or null where it holds anything that parsers may read differently. Never throws.
 * @param base offset of `text` in the file: all spans are given in the file (UTF-16).
 */
export function plainYaml(text: string, base: number): Plain | null {
  if (text.length > longest) return null;
  // Pictures are the only pairs that anybody writes.
  if (strange.test(text) && strange.test(text.replace(pairs, ''))) return null;
  const head: Head = { text, base, at: 0, depth: 0, alike: true, colons: [], comment: -1 };
  toContent(head);
  const root = head.at < text.length && indentAt(head) === 0 ? mapAt(head, 0) : null;
  return root && head.at === text.length
    ? { root, alike: head.alike && head.colons.length === 0, colons: head.colons }
    : null;
}

/** Longer heads are rare, and whoever writes one may mean harm. UTF-16 units. */
const longest = 20_000;
const deepest = 8;

/** Control signs, other line breaks, other blanks at which parsers part, byte order marks; a pair stands for one sign. */
const strange = /[^\n\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufefe\uff00-\uffef]/;
const pairs = /[\ud83c-\ud83e][\udc00-\udfff]/g;

export interface Plain {
  readonly root: MapValue;
  /** False: there is a date in it, or a `yes`. It is read here as the parser of record reads it, and by others not. */
  readonly alike: boolean;
  /** Values that are no YAML for a colon that they hold, by their first sign. */
  readonly colons: readonly Span[];
}

interface Head extends Noted {
  readonly text: string;
  readonly base: number;
  /** Start of a line that is neither blank nor a comment, or the end. */
  at: number;
  depth: number;
}

/** On to the next line with content. */
function toContent(head: Head): void {
  const { text } = head;
  for (;;) {
    let at = head.at;
    while (text.charCodeAt(at) === 32) at++;
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 35) {
      if (at >= text.length) head.at = text.length;
      return;
    }
    const end = text.indexOf('\n', at);
    head.at = end < 0 ? text.length : end + 1;
  }
}

function indentAt({ text, at }: Head): number {
  let end = at;
  while (text.charCodeAt(end) === 32) end++;
  return end - at;
}

const key = /(?:([A-Za-z][\w-]*\*?|\d+(?:\.\d+){2,})|"([^"\\\n]+)"|'([^'\n]+)'):(?: +|(?=\n|$))/y;

/** What one parser takes for true, false or nothing, and another for a name. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** Keys that a host's objects do not keep, or not in their place. */
const odd = /^(?:\d+|__proto__|<<)$/;

/** @param first where the first key stands: behind a dash it does not begin the line. */
function mapAt(head: Head, indent: number, first = head.at + indent): MapValue | null {
  if (++head.depth > deepest) return null;
  const { text } = head;
  const entries: Entry[] = [];
  const known = new Set<string>();
  for (let start = first; ; start = head.at + indent) {
    const entry = entryAt(head, start, indent);
    if (!entry || known.has(entry.key)) return null;
    known.add(entry.key);
    entries.push(entry);
    if (head.at >= text.length || indentAt(head) !== indent) break;
  }
  head.depth--;
  const start = head.base + first;
  const end = entries.at(-1)?.span.end ?? start;
  return { kind: 'map', entries, flow: false, span: { start, end } };
}

function entryAt(head: Head, start: number, indent: number): Entry | null {
  const { text, base } = head;
  key.lastIndex = start;
  const found = key.exec(text);
  if (!found) return null;
  const behind = key.lastIndex;
  const [, bare, double, single] = found;
  const name = bare ?? double ?? single ?? '';
  if (bare === undefined ? odd.test(name) : reserved.test(name)) return null;
  const keyEnd = start + name.length + (bare === undefined ? 2 : 0);
  const value = valueAt(head, behind, keyEnd + 1, indent);
  if (!value) return null;
  const keySpan = spanIn(base, start, keyEnd);
  return {
    key: name,
    keySpan,
    value,
    span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
  };
}

/** @param from where the value may begin. @param colon behind the colon. @param indent that of the key. */
function valueAt(head: Head, from: number, colon: number, indent: number): Value | null {
  const { text } = head;
  const code = text.charCodeAt(from);
  if (from < text.length && code !== 10) return onLine(head, from, indent, true);
  head.at = from;
  toContent(head);
  const below = head.at < text.length ? indentAt(head) : -1;
  const isList = text.charCodeAt(head.at + below) === 45;
  if (below > indent && text.charCodeAt(head.at + below) === 91)
    return onLine(head, head.at + below, indent);
  if (below > indent) return isList ? listAt(head, below) : mapAt(head, below);
  if (below === indent && isList) return listAt(head, below);
  return from === colon
    ? { kind: 'null', source: '', span: spanIn(head.base, colon, colon) }
    : null;
}

const item = /- +/y;

function listAt(head: Head, indent: number): Value | null {
  const { text, base } = head;
  const items: Value[] = [];
  const start = head.at + indent;
  while (head.at < text.length && indentAt(head) === indent) {
    item.lastIndex = head.at + indent;
    if (!item.test(text)) break;
    const from = item.lastIndex;
    key.lastIndex = from;
    const value = key.test(text) ? mapAt(head, from - head.at, from) : onLine(head, from, indent);
    if (!value) return null;
    items.push(value);
  }
  const last = items.at(-1);
  return last
    ? { kind: 'list', items, flow: false, span: { start: base + start, end: last.span.end } }
    : null;
}

/**
 * A value that begins and ends in one line, or a block text.
 * @param isOfKey it stands on the line of its key: elsewhere a colon in it would make a key of what stands before.
 */
function onLine(head: Head, from: number, indent: number, isOfKey = false): Value | null {
  const { text, base } = head;
  const code = text.charCodeAt(from);
  if (code === 124 || code === 62) {
    const block = blockText(text, from, indent, base);
    if (!block) return null;
    head.at = block.next;
    toContent(head);
    return block.value;
  }
  if (code === 91) {
    const list = flowList(text, from, indent, base, head);
    return list && behind(head, list.end, indent) ? list.value : null;
  }
  const stop = text.indexOf('\n', from);
  const end = stop < 0 ? text.length : stop;
  const line = { start: from, end: beforeComment(text, from, end, head) };
  const colons = head.colons.length;
  const value = scalarAt(text, line, base, head);
  if (head.colons.length > colons && !isOfKey) return null;
  return value && behind(head, end, indent) ? value : null;
}

/** On to the line behind `end`. */
function behind(head: Head, end: number, indent: number): boolean {
  head.at = Math.min(end + 1, head.text.length);
  toContent(head);
  // A line that stands deeper goes on with the value.
  return head.at >= head.text.length || indentAt(head) <= indent;
}

const spanIn = (base: number, start: number, end: number): Span => ({
  start: base + start,
  end: base + end,
});
