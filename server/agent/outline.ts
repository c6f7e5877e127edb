// The outline: an error-tolerant tree of a document, with its regions and the content of its frontmatter. Used for the caret,
// symbols, folding and highlighting. How a host reads the same text is that host's reading.
import type { Span } from '../text/span';
import type { ParseError } from '../yaml/dialect';
import { maxHeadLength } from '../yaml/limits';
import type { Entry, Value } from '../yaml/value';
import { type ParsedYaml, parseYaml } from '../yaml/yaml';
import { lineFrom } from './caret-lines';
import { rootOfJson, tolerantRootOfJson } from './json-root';
import type { Sketch } from './sketch-types';
import { tomlContent } from './toml-outline';

/**
 * How a document is divided: Markdown with a frontmatter, or fields only, of which one is the prompt. `json`: an object, which is a
 * whole file or a part of one.
 */
export type DocumentForm = 'markdown' | 'toml' | 'json';

/** The form of a file, by its path. */
export function formOf(path: string): DocumentForm {
  if (path.endsWith('.toml')) return 'toml';
  return /\.jsonc?$/.test(path) && wholeJson.test(path) ? 'json' : 'markdown';
}

/** A whole file in JSON is a document only as an agent in such a folder, or as settings, servers or a manifest. Which host reads it is decided elsewhere. */
const wholeJson =
  /(?:^|\/)(?:agents\/[^/]+|\.\w+\/(?:(?:\w+\/)?settings(?:\.local)?|hooks(?:\/.+)?)|\.?mcp|plugin|marketplace)\.json$|(?:^|\/)(?:opencode|kilo)\.jsonc?$|(?:^|\/)\.config\/opencode\/config\.json$/;

export interface Outline {
  readonly text: string;
  readonly form: DocumentForm;
  /** `none`: no frontmatter; `open`: no closing fence; `closed`: both fences are there. */
  readonly shape: 'none' | 'open' | 'closed';
  readonly bom: boolean;
  readonly eol: '\n' | '\r\n';
  /** The line `---` without its line break. Blank lines before it are tolerated, although no host accepts them. */
  readonly opening: Span | null;
  /** The word after the dashes of the opening fence: gray-matter treats it as a language. */
  readonly language: string;
  readonly closing: Span | null;
  /** The head: the text between the fences, including line breaks. In TOML the whole file, which includes the body. */
  readonly head: Span;
  /** The text after the line of the closing fence; the whole file where there is no frontmatter. In TOML the text of the prompt. */
  readonly body: Span;
  /** Null for an empty head. */
  readonly root: Value | null;
  /** The top-level entries in source order, including duplicate keys. */
  readonly fields: readonly Entry[];
  readonly errors: readonly ParseError[];
  /** Whether the parser of every host reads the head as this tree: see `ParsedYaml`. */
  readonly isSimple: boolean;
  /** In TOML, its lines, which are read before it is parsed. Use `sketchOf`. */
  readonly sketch?: Sketch;
  /** In TOML, the agent is a table of a configuration file. Its name is in the header, before the head. */
  readonly isTable?: true;
  /** In TOML, an agent without lines of its own, such as an inline table: nothing can be inserted there. */
  readonly isInline?: true;
}

type Regions = Pick<Outline, 'shape' | 'opening' | 'language' | 'closing' | 'head' | 'body'>;

/** The outline of any text; never throws. */
export function outlineOf(text: string, form: DocumentForm = 'markdown'): Outline {
  const bom = text.charCodeAt(0) === 0xfeff;
  if (form === 'toml') return tomlOutline(text, bom);
  if (form === 'json')
    return objectOutline(text, rootOfJson(text) ?? tolerantRootOfJson(text), null);
  const regions = regionsOf(text, bom ? 1 : 0);
  if (regions.shape === 'none') return outlineFrom(text, bom, regions, emptyContent, []);
  const { start, end } = regions.head;
  const content = parseYaml(text.slice(start, end), start);
  const fields = content.root?.kind === 'map' ? content.root.entries : [];
  return outlineFrom(text, bom, regions, content, fields);
}

/** The outline of a file in the form that its path shows. */
export const outlineOfFile = (path: string, text: string): Outline => outlineOf(text, formOf(path));

/** The outline of a configuration file in TOML, which may be longer than a document of one agent. */
export const outlineOfConfiguration = (text: string): Outline =>
  tomlOutline(text, text.charCodeAt(0) === 0xfeff, true);

function tomlOutline(text: string, bom: boolean, isConfiguration = false): Outline {
  const { head, body, fields, errors, sketch } = tomlContent(text, bom ? 1 : 0, isConfiguration);
  return {
    text,
    form: 'toml',
    bom,
    eol: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
    shape: 'closed',
    opening: null,
    language: '',
    closing: null,
    head,
    body,
    root: { kind: 'map', entries: fields, flow: false, span: head },
    fields,
    errors,
    isSimple: false,
    sketch,
  };
}

/** The outline of an object in JSON. @param name that of the agent, where the object is a part of a file. */
export function objectOutline(text: string, value: Value | null, name: Span | null): Outline {
  const end = { start: text.length, end: text.length };
  return {
    text,
    form: 'json',
    bom: text.charCodeAt(0) === 0xfeff,
    eol: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n',
    shape: 'closed',
    opening: name,
    language: '',
    closing: null,
    head: value?.span ?? end,
    // The prompt is a string with escapes, so rules on the text of a prompt cannot read it.
    body: end,
    root: value,
    fields: value?.kind === 'map' ? value.entries : [],
    errors: [],
    isSimple: false,
  };
}

const emptyContent: ParsedYaml = { root: null, errors: [], isSimple: false };

/** Lists every property: spreading an object takes longer than finding the regions of a file. */
const outlineFrom = (
  text: string,
  bom: boolean,
  regions: Regions,
  content: ParsedYaml,
  fields: Outline['fields'],
): Outline => ({
  text,
  form: 'markdown',
  bom,
  eol: hasCrlf(text, regions) ? '\r\n' : '\n',
  shape: regions.shape,
  opening: regions.opening,
  language: regions.language,
  closing: regions.closing,
  head: regions.head,
  body: regions.body,
  root: content.root,
  fields,
  errors: content.errors,
  isSimple: content.isSimple,
});

const fenceStart = '\n---';
/** An opening fence with a language after its dashes. */
const fenceWithLanguage = /---([A-Za-z0-9]+)[ \t]*\r?(?:\n|$)/y;

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

/** The start of the first line that is not blank; `from` if all are. */
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

/** The word after the dashes of an opening fence; null if the line is not a fence. */
function languageAt(text: string, start: number): string | null {
  if (!text.startsWith('---', start)) return null;
  if (endOfFence(text, start) >= 0) return '';
  fenceWithLanguage.lastIndex = start;
  return fenceWithLanguage.exec(text)?.[1] ?? null;
}

/** The end, without the line break, of a line of three dashes and optional spaces; -1 for any other line. */
function endOfFence(text: string, start: number): number {
  let end = start + 3;
  let code = text.charCodeAt(end);
  while (code === 32 || code === 9) code = text.charCodeAt(++end);
  const stop = code === 13 ? end + 1 : end;
  return stop >= text.length || text.charCodeAt(stop) === 10 ? end : -1;
}

/** The first line of exactly three dashes and optional spaces. @param from the start of a line. */
function closingAfter(text: string, from: number): Span | null {
  for (
    let at = text.indexOf(fenceStart, from - 1);
    at >= 0;
    at = text.indexOf(fenceStart, at + 1)
  ) {
    const end = endOfFence(text, at + 1);
    if (end >= 0) return { start: at + 1, end };
  }
  return null;
}

/** The end of an unclosed head: it continues while lines look like keys, indented lines, items or comments. */
function endOfOpenHead(text: string, from: number): number {
  let end = from;
  // A longer one is not parsed.
  for (let start = from; start < text.length && start - from <= maxHeadLength; ) {
    const stop = endOfLine(text, start);
    const line = text.slice(start, stop);
    const next = Math.min(stop + 1, text.length);
    if (/^(?:[\w$-]+\s*:(?:\s|$)|[ \t]+\S|- |[\w-]+\r?$)/.test(line)) end = next;
    else if (!/^\s*(?:#[^#]*)?$/.test(line)) break;
    start = next;
  }
  return end;
}

// Comments inside of a value, which replacing the value would remove.

/**
 * Whether the value contains a comment. A comment after the last line of a block list or map belongs to it; one after a closing
 * bracket does not.
 */
export function hasComment(text: string, value: Value): boolean {
  const { start, end } = value.span;
  const isBlock = (value.kind === 'list' || value.kind === 'map') && !value.flow;
  const stop = isBlock ? lineFrom(text, end, text.length).end : end;
  return /(?:^|\s)#/m.test(text.slice(start, stop));
}

/** Without a frontmatter, the first line decides. */
const hasCrlf = (text: string, { shape, head }: Pick<Outline, 'shape' | 'head'>): boolean =>
  shape === 'none' ? /^[^\n]*\r\n/.test(text) : text.slice(0, head.end + 2).includes('\r\n');
