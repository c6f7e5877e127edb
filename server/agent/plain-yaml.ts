// The part of YAML in which every parser agrees, read without one: keys of letters, texts that begin with a letter or stand
// in quotes without escapes, numbers, true and false, lists and maps of them, block texts. Most frontmatters hold nothing else, and
// a parser takes twenty times as long. Whatever might mean two things is left to the parsers.
import type { Span } from '../text/span';
import { blockText } from './plain-block';
import { beforeComment, flowList, type Noted, scalarAt } from './plain-scalar';
import { type Entry, hasDoubles, type MapValue, type Value } from './value';

/**
 * The value of a head, or null where it holds anything that parsers may read differently. Never throws.
 * @param base offset of `text` in the file: all spans are given in the file (UTF-16).
 */
export function plainYaml(text: string, base: number): Plain | null {
  if (text.length > longest) return null;
  // Pictures are the only pairs that anybody writes.
  if (strange.test(text) && strange.test(text.replace(pairs, ''))) return null;
  const colons: Span[] = [];
  const head: Head = {
    text,
    base,
    at: 0,
    indent: 0,
    depth: 0,
    alike: true,
    colons,
    comment: -1,
    end: 0,
    isCut: false,
  };
  toContent(head, 0);
  const root = head.indent === 0 ? mapAt(head, 0, head.at) : null;
  return root && head.at === text.length
    ? { root, alike: head.alike && !head.isCut && colons.length === 0, colons, isCut: head.isCut }
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
  /** A block text ends it, and is read here as the parser of record reads it: others leave its last line break out. */
  readonly isCut: boolean;
}

interface Head extends Noted {
  readonly text: string;
  readonly base: number;
  /** Start of a line that is neither blank nor a comment, or the end. */
  at: number;
  /** Blanks at the beginning of that line; -1 at the end. */
  indent: number;
  depth: number;
  isCut: boolean;
}

/** On to the next line with content, from the start of a line or the blanks at the end of one. */
function toContent(head: Head, from: number): void {
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

/** What one parser takes for true, false or nothing, and another for a name. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const maxReserved = 5;

/** Keys that a host's objects do not keep, or not in their place. */
const odd = /^(?:\d+|__proto__|<<)$/;

/** @param first where the first key stands: behind a dash it does not begin the line. */
function mapAt(head: Head, indent: number, first: number): MapValue | null {
  if (++head.depth > deepest) return null;
  const entries: Entry[] = [];
  let start = first;
  do {
    const entry = entryAt(head, start, indent);
    if (!entry) return null;
    entries.push(entry);
    start = head.at + indent;
  } while (head.indent === indent);
  if (hasDoubles(entries)) return null;
  head.depth--;
  return { kind: 'map', entries, flow: false, span: spanFrom(head, first) };
}

function entryAt(head: Head, start: number, indent: number): Entry | null {
  const { text, base } = head;
  key.lastIndex = start;
  if (!key.test(text)) return null;
  const behind = key.lastIndex;
  const quote = text.charCodeAt(start);
  const isQuoted = quote === 34 || quote === 39;
  const end = isQuoted
    ? text.indexOf(quote === 34 ? '"' : "'", start + 1) + 1
    : text.indexOf(':', start);
  const name = isQuoted ? text.slice(start + 1, end - 1) : text.slice(start, end);
  if (isQuoted ? odd.test(name) : name.length <= maxReserved && reserved.test(name)) return null;
  const value = valueAt(head, behind, end + 1, indent);
  if (!value) return null;
  const keySpan = { start: base + start, end: base + end };
  return { key: name, keySpan, value, span: spanFrom(head, start) };
}

/** @param from where the value may begin. @param colon behind the colon. @param indent that of the key. */
function valueAt(head: Head, from: number, colon: number, indent: number): Value | null {
  const { text } = head;
  if (from < text.length && text.charCodeAt(from) !== 10) return onLine(head, from, indent, true);
  toContent(head, from);
  const below = head.indent;
  if (below >= indent) {
    const first = head.at + below;
    const code = text.charCodeAt(first);
    if (code === 45) return listAt(head, below);
    if (below > indent)
      return code === 91 ? onLine(head, first, indent, false) : mapAt(head, below, first);
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
      : onLine(head, from, indent, false);
    if (!value) return null;
    items.push(value);
  }
  return items.length > 0
    ? { kind: 'list', items, flow: false, span: spanFrom(head, start) }
    : null;
}

/**
 * A value that begins and ends in one line, or a block text.
 * @param isOfKey it stands on the line of its key: elsewhere a colon in it would make a key of what stands before.
 */
function onLine(head: Head, from: number, indent: number, isOfKey: boolean): Value | null {
  const { text, base } = head;
  const code = text.charCodeAt(from);
  if (code === 124 || code === 62) {
    const block = blockText(text, from, indent, base);
    if (!block) return null;
    if (block.isLast) head.isCut = true;
    head.end = block.value.span.end;
    toContent(head, block.next);
    return block.value;
  }
  if (code === 91) {
    const list = flowList(text, from, indent, base, head);
    if (list) head.end = list.value.span.end;
    return list && behind(head, list.end, indent) ? list.value : null;
  }
  const stop = text.indexOf('\n', from);
  const end = stop < 0 ? text.length : stop;
  const colons = head.colons.length;
  const value = scalarAt(text, from, beforeComment(text, from, end, head), base, head);
  if (!isOfKey && head.colons.length > colons) return null;
  return value && behind(head, end, indent) ? value : null;
}

/** On to the line behind `end`. */
function behind(head: Head, end: number, indent: number): boolean {
  toContent(head, end + 1);
  // A line that stands deeper goes on with the value.
  return head.indent <= indent;
}

/** From `start` to the end of what was read last: a map, a list and an entry end with the last value in them. */
const spanFrom = ({ base, end }: Head, start: number): Span => ({ start: base + start, end });
