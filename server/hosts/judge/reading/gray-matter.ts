// Calls gray-matter, which some hosts parse their files with. It gets the head only, so that a long prompt costs no time, and
// never runs code in a file: the build removes its engines for code, and the ones passed here throw an error.
import matter from 'gray-matter';
import type { Outline } from '../../../agent/outline';
import { type Span, shift, slice } from '../../../text/span';
import { withoutStackTraces } from '../../../text/without-stack-traces';
import { findExceededLimit } from '../../../yaml/limits';
import { parseSimpleYaml } from '../../../yaml/simple-yaml';
import { plain } from '../../../yaml/value';
import { writtenTree } from './written-tree';

export interface Parsed {
  readonly kind: 'parsed';
  /** As the parser returned it: usually a map, but it may be anything. */
  readonly data: unknown;
}

export interface Failed {
  readonly kind: 'failed';
  readonly reason: string;
  /** The offset from the start of the head (UTF-16); null if the parser gave none. */
  readonly at: number | null;
}

export type Head =
  | Parsed
  | Failed
  /** The host runs this text as a program. */
  | { readonly kind: 'executable' }
  | { readonly kind: 'too-large' };

/** The parts of a file that begins with a fence. Offsets are UTF-16. */
export interface Fences {
  /** The text after the dashes of the first line: the language of the frontmatter. */
  readonly language: Span;
  /** Between the fences. */
  readonly head: Span;
  /** The offset after the closing dashes and one line break. */
  readonly body: number;
  readonly closed: boolean;
}

/** Null if the text does not begin with a fence. @param text without its byte order mark. */
export function fencesOf(text: string): Fences | null {
  if (!text.startsWith('---') || text[3] === '-') return null;
  const line = /\r?\n/.exec(text);
  // Without a line break, the program does not count the last character as part of the language.
  const raw = { start: 3, end: line ? line.index : Math.max(3, text.length - 1) };
  const hasLanguage = text.slice(raw.start, raw.end).trim() !== '';
  const start = hasLanguage ? raw.end : 3;
  const close = text.indexOf('\n---', start);
  const head = { start, end: close < 0 ? text.length : close };
  if (close < 0) return { language: raw, head, body: text.length, closed: false };
  let body = close + 4;
  if (text[body] === '\r') body++;
  if (text[body] === '\n') body++;
  return { language: raw, head, body, closed: true };
}

interface CachedHead {
  readonly text: string;
  readonly head: Head;
}

const cache: CachedHead[] = [];
const cacheSize = 6;

/** Parses the frontmatter between the fences. The last few results are cached. */
export function parseHead(text: string, { head, language }: Fences): Head {
  if (findExceededLimit(text.slice(0, head.end)) !== null) return { kind: 'too-large' };
  const source = text.slice(0, head.end + 4);
  const found = cache.find((one) => one.text === source);
  if (found) return found.head;
  // With a named language, the frontmatter may be code, even if it looks like YAML.
  const isNamed = language.end > language.start;
  const answer = (isNamed ? null : parsePlain(source, head)) ?? parse(source, head);
  cache.unshift({ text: source, head: answer });
  if (cache.length > cacheSize) cache.pop();
  return answer;
}

/** Frontmatter that every parser reads the same. A repaired head is usually of this kind. */
function parsePlain(text: string, { start, end }: Span): Head | null {
  if (text.charCodeAt(start) !== 10) return null;
  const source = text.slice(start + 1, end);
  const found = parseSimpleYaml(source, 0);
  if (found.kind !== 'simple' || found.errors.length > 0 || day.test(source)) return null;
  return { kind: 'parsed', data: plain(found.root) };
}

/** A day may be a date, of which only the parser returns the object. */
const day = /\d-\d\d-\d\d/;

function parse(text: string, head: Span): Head {
  if (head.end > maxSpaces && longestRunOfSpaces(text, head) > maxSpaces)
    return { kind: 'too-large' };
  let asksToRun = false;
  const refuse = (): never => {
    asksToRun = true;
    throw new Error('code in a frontmatter is not run');
  };
  try {
    // Passing options bypasses the parser's own cache, which would return another result for a broken text the second time.
    return {
      kind: 'parsed',
      data: withoutStackTraces(() => matter(text, { engines: { js: refuse, javascript: refuse } }))
        .data,
    };
  } catch (error) {
    if (asksToRun) return { kind: 'executable' };
    // The parser is recursive: thousands of brackets exceed the stack, whose size differs in the host.
    if (error instanceof RangeError) return { kind: 'too-large' };
    return { kind: 'failed', ...failureOf(error) };
  }
}

function failureOf(error: unknown): { reason: string; at: number | null } {
  if (typeof error !== 'object' || error === null) return { reason: String(error), at: null };
  const { reason, mark } = error as { reason?: unknown; mark?: { position?: unknown } };
  const at = typeof mark?.position === 'number' ? mark.position : null;
  return { reason: typeof reason === 'string' ? reason : String((error as Error).message), at };
}

/** A regular expression of the parser takes quadratic time over white space. No real file has so much of it. */
const maxSpaces = 2000;

function longestRunOfSpaces(text: string, { start, end }: Span): number {
  let longest = 0;
  let run = 0;
  for (let i = start; i < end; i++) {
    run = text.charCodeAt(i) <= 32 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

// Where and why the frontmatter cannot be parsed. The tolerant parser mostly fails at the same place as the host's parser
// and reports it more precisely, because the host's parser often notices a fault only at the end.

export interface Fault {
  /** The error code of the tolerant parser if there is one, else the message of the host's parser. */
  readonly reason: string;
  readonly at: Span;
}

/** @param base the offset in the file at which the parser's text begins; it has no byte order mark. */
export function faultOf(outline: Outline, base: number, fences: Fences, failed: Failed): Fault {
  const head = shift(fences.head, base);
  const [error] = writtenTree(outline, head).errors;
  if (error && failed.at !== null) return { reason: error.code, at: error.span };
  const [, code] = codesByMessage.find(([message]) => failed.reason.startsWith(message)) ?? [];
  return {
    reason: code ?? failed.reason,
    at: spanOf(outline.text, head, shift(fences.language, base), failed),
  };
}

/** Faults that the tolerant parser accepts, by the beginning of the host parser's message. */
const codesByMessage: readonly (readonly [string, string])[] = [
  ['duplicated mapping key', 'DUPLICATE_KEY'],
  ['null byte', 'NUL'],
  ['bad indentation', 'BAD_INDENT'],
  ['unknown tag', 'TAG_RESOLVE_FAILED'],
  ['expected a single document', 'MULTIPLE_DOCS'],
  ['end of the stream or a document separator', 'MULTIPLE_DOCS'],
];

function spanOf(text: string, head: Span, language: Span, { at, reason }: Failed): Span {
  if (at !== null) return lineAround(text, head, head.start + at);
  const end = reason.startsWith('expected a single document')
    ? slice(text, head).indexOf('\n...')
    : -1;
  if (end >= 0) return { start: head.start + end + 1, end: head.start + end + 4 };
  return language.end > language.start ? language : head;
}

/** From the position of the parser to the end of the line; the whole line if the parser was at its end. */
function lineAround(text: string, head: Span, offset: number): Span {
  const start = Math.min(offset, head.end);
  const next = text.indexOf('\n', start);
  const end = Math.max(start, next < 0 ? head.end : Math.min(next, head.end));
  if (text.slice(start, end).trim() !== '') return { start, end };
  const before = text.slice(head.start, start).trimEnd();
  const line = before.lastIndexOf('\n') + 1;
  return { start: head.start + line, end: head.start + before.length };
}
