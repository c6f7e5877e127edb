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
  const { head } = regions;
  const eol = text.slice(0, head.end + 2).includes('\r\n') ? '\r\n' : '\n';
  if (previous && sameHead(previous, text, head)) {
    const { root, fields, errors, isPlain, isMeant, isScanned } = previous;
    return { text, bom, eol, ...regions, root, fields, errors, isPlain, isMeant, isScanned };
  }
  if (regions.shape === 'none')
    return { text, bom, eol, ...regions, root: null, fields: [], errors: [], isPlain: false };
  // A head that is being typed in stays what it was for a while: half a line, a key twice.
  const mayScan = !previous || previous.isScanned || previous.shape === 'none';
  const { root, errors, isPlain, isMeant, isScanned } = parseYaml(
    text.slice(head.start, head.end),
    head.start,
    mayScan,
  );
  return {
    text,
    bom,
    eol,
    ...regions,
    root,
    fields: root?.kind === 'map' ? root.entries : [],
    errors,
    isPlain,
    isMeant,
    isScanned: isScanned ?? isMeant,
  };
}

const sameHead = (previous: Outline, text: string, head: Span): boolean =>
  previous.shape !== 'none' &&
  previous.head.start === head.start &&
  previous.head.end === head.end &&
  previous.text.slice(head.start, head.end) === text.slice(head.start, head.end);

const fence = /^---([A-Za-z0-9]*)[ \t]*\r?$/;

function regionsOf(text: string, from: number): Regions {
  const start = text.startsWith('---', from) ? from : firstLine(text, from);
  const end = endOfLine(text, start);
  const opened = fence.exec(text.slice(start, end));
  if (!opened) {
    return {
      shape: 'none',
      opening: null,
      language: '',
      closing: null,
      head: { start: from, end: from },
      body: { start: from, end: text.length },
    };
  }
  const opening = { start, end: trimCr(text, start, end) };
  const language = opened[1] ?? '';
  const headStart = Math.min(end + 1, text.length);
  const closing = closingAfter(text, headStart);
  if (closing) {
    const after = Math.min(endOfLine(text, closing.start) + 1, text.length);
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

/** A line of exactly three dashes, blanks behind them allowed. */
function closingAfter(text: string, from: number): Span | null {
  for (let start = from; start <= text.length; ) {
    if (text.startsWith('---', start)) {
      const end = endOfLine(text, start);
      if (/^---[ \t]*\r?$/.test(text.slice(start, end)))
        return { start, end: trimCr(text, start, end) };
    }
    const next = text.indexOf('\n---', start);
    if (next < 0) return null;
    start = next + 1;
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
