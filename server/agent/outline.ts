// The tolerant tree of a document: where its regions are and what stands in its frontmatter, whatever its state.
// It serves the caret, symbols, folding and highlighting. What a host makes of the same text is that host's reading.
import type { Span } from '../text/span';
import type { Entry, Value } from './value';
import { parseYaml, type YamlError } from './yaml';

export interface Outline {
  readonly text: string;
  /** `none`: no frontmatter; `open`: no closing fence; `closed`: both fences are there. */
  readonly shape: 'none' | 'open' | 'closed';
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
  /** The line `---` without its line break. Blank lines may stand before it: no host takes that, every author means it. */
  readonly opening: Span | null;
  /** What stands behind the dashes of the opening fence: gray-matter takes it for a language. */
  readonly language: string;
  readonly closing: Span | null;
  /** Between the fences, line breaks included. */
  readonly head: Span;
  /** Behind the closing fence's line break; the whole file where there is no frontmatter. */
  readonly body: Span;
  /** Null for an empty head. */
  readonly root: Value | null;
  /** Top-level keys in source order, doubles included. */
  readonly fields: readonly Entry[];
  readonly errors: readonly YamlError[];
  /** Every host's parser makes the same of the head: there is nothing in it that they read differently. */
  readonly isPlain: boolean;
  /** The head is no YAML, for colons in texts and for nothing else: see `Yaml`. */
  readonly isMeant?: true | undefined;
  /** The head was read without the parser. */
  readonly isScanned?: true | undefined;
}

type Regions = Pick<Outline, 'shape' | 'opening' | 'language' | 'closing' | 'head' | 'body'>;

/**
 * The outline of any text; never throws. With the outline of the text as it was before an edit, a frontmatter
 * that is still the same is not parsed again.
 */
export function outlineOf(text: string, previous?: Outline): Outline {
  if (previous?.text === text) return previous;
  const bom = text.charCodeAt(0) === 0xfeff;
  const regions = regionsOf(text, bom ? 1 : 0);
  if (previous && sameHead(previous, text, regions.head))
    return outlineFrom(text, bom, regions, previous, previous.fields);
  if (regions.shape === 'none') return outlineFrom(text, bom, regions, nothing, []);
  // A head that is being typed in stays what it was for a while: half a line, a key twice.
  const mayScan = !previous || previous.isScanned || previous.shape === 'none';
  const { start, end } = regions.head;
  const read = parseYaml(text.slice(start, end), start, mayScan);
  return outlineFrom(text, bom, regions, read, read.root?.kind === 'map' ? read.root.entries : []);
}

type Read = Pick<Outline, 'root' | 'errors' | 'isPlain' | 'isMeant' | 'isScanned'>;

const nothing: Read = { root: null, errors: [], isPlain: false };

/** Every field is named: to spread an object takes longer than to find the regions of a file. */
const outlineFrom = (
  text: string,
  bom: boolean,
  regions: Regions,
  read: Read,
  fields: Outline['fields'],
): Outline => ({
  text,
  bom,
  eol: text.slice(0, regions.head.end + 2).includes('\r\n') ? '\r\n' : '\n',
  shape: regions.shape,
  opening: regions.opening,
  language: regions.language,
  closing: regions.closing,
  head: regions.head,
  body: regions.body,
  root: read.root,
  fields,
  errors: read.errors,
  isPlain: read.isPlain,
  isMeant: read.isMeant,
  isScanned: read.isScanned ?? read.isMeant,
});

const sameHead = (previous: Outline, text: string, head: Span): boolean =>
  previous.shape !== 'none' &&
  previous.head.start === head.start &&
  previous.head.end === head.end &&
  previous.text.slice(head.start, head.end) === text.slice(head.start, head.end);

const dashes = '\n---';
/** An opening fence with a language behind its dashes. */
const named = /---([A-Za-z0-9]+)[ \t]*\r?(?:\n|$)/y;

function regionsOf(text: string, from: number): Regions {
  const start = text.startsWith('---', from) ? from : firstLine(text, from);
  const language = languageAt(text, start);
  if (language === null) {
    return {
      shape: 'none',
      opening: null,
      language: '',
      closing: null,
      head: { start: from, end: from },
      body: { start: from, end: text.length },
    };
  }
  const end = endOfLine(text, start);
  const opening = { start, end: trimCr(text, start, end) };
  const headStart = Math.min(end + 1, text.length);
  const closing = closingAfter(text, headStart);
  if (closing) {
    const after = Math.min(endOfLine(text, closing.end) + 1, text.length);
    return {
      shape: 'closed',
      opening,
      language,
      closing,
      head: { start: headStart, end: closing.start },
      body: { start: after, end: text.length },
    };
  }
  const headEnd = endOfOpenHead(text, headStart);
  return {
    shape: 'open',
    opening,
    language,
    closing: null,
    head: { start: headStart, end: headEnd },
    body: { start: headEnd, end: text.length },
  };
}

/** Where the first line begins that is not blank; `from` where all are. */
function firstLine(text: string, from: number): number {
  const first = /\S/.exec(text.slice(from, from + 4096));
  return from + (first ? text.slice(from, from + first.index).lastIndexOf('\n') + 1 : 0);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

const trimCr = (text: string, start: number, end: number): number =>
  end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;

/** What stands behind the dashes of an opening fence; null for a line that is none. */
function languageAt(text: string, start: number): string | null {
  if (!text.startsWith('---', start)) return null;
  if (endOfFence(text, start) >= 0) return '';
  named.lastIndex = start;
  return named.exec(text)?.[1] ?? null;
}

/** Where a line of three dashes ends that has nothing but blanks behind them, its line break left out; -1 for another. */
function endOfFence(text: string, start: number): number {
  let end = start + 3;
  let code = text.charCodeAt(end);
  while (code === 32 || code === 9) code = text.charCodeAt(++end);
  const stop = code === 13 ? end + 1 : end;
  return stop >= text.length || text.charCodeAt(stop) === 10 ? end : -1;
}

/** A line of exactly three dashes, blanks behind them allowed. @param from behind a line break. */
function closingAfter(text: string, from: number): Span | null {
  for (let at = text.indexOf(dashes, from - 1); at >= 0; at = text.indexOf(dashes, at + 1)) {
    const end = endOfFence(text, at + 1);
    if (end >= 0) return { start: at + 1, end };
  }
  return null;
}

/** Without a closing fence the head is as far as the lines look like one: keys, indented lines, items, comments. */
function endOfOpenHead(text: string, from: number): number {
  let end = from;
  for (let start = from; start < text.length; ) {
    const stop = endOfLine(text, start);
    const line = text.slice(start, stop);
    const next = Math.min(stop + 1, text.length);
    if (/^(?:[\w$-]+\s*:(?:\s|$)|[ \t]+\S|- |[\w-]+\r?$)/.test(line)) end = next;
    else if (!/^\s*(?:#[^#]*)?$/.test(line)) break;
    start = next;
  }
  return end;
}
