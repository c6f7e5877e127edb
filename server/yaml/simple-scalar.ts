// Scalars and flow lists of the subset of YAML that every parser reads alike: see `simple-yaml.ts`.
import type { Span } from '../text/span';
import type { ListValue, Value } from './value';

/** A letter or emoji outside of ASCII, with which an unquoted string may begin. */
const letter = /[\u00c0-\u1fff\u2190-\u2bff\u3040-\ud7ff]|[\ud83c-\ud83e][\udc00-\udfff]/y;

/** Whether an unquoted string begins at `start`. Tests for ASCII letters first, which is faster than a regular expression. */
function isWord(text: string, start: number): boolean {
  const code = text.charCodeAt(start) | 32;
  if (code > 96 && code < 123) return true;
  letter.lastIndex = start;
  return code > 127 && letter.test(text);
}

/** The length of the longest reserved word, `false`. */
const maxReserved = 5;
/** Words that are not strings in any parser, or not in all. `yes`, `no`, `on` and `off` are strings in all. */
const reserved = /^(?:true|false|null|nan|inf)$/i;
/** A version such as `1.2.3`, which begins like a number. Without an exponent or leading zeros. */
const version = /^(?:0|[1-9]\d*)(?:\.\d+){2,}$/;
/** A path that begins with a dot. */
const path = /^\.(?:[a-z]+|\.?)\/[\w./-]*$/i;
/** A hexadecimal hash with a letter that no number contains. */
const hash = /^[1-9][0-9e]*[a-df][0-9a-f]*$/;
/** A date: a string here, see `YamlDialect.readScalar`. */
const dated = /^\d{4}-\d\d-\d\d$/;
/** A name that begins with a number: `1-reviewer`. */
const numbered = /^[1-9]\d*-[a-z][a-z-]*$/i;
/** A placeholder such as `${{ name }}`; without the dollar sign it would be a flow map. */
const placeholder = /^\$\{\{ ?[\w.]+ ?\}\}$/;

const otherStrings: readonly RegExp[] = [dated, version, path, hash, numbered, placeholder];

/** The state that reading values updates. */
export interface ScanState {
  /** Unquoted strings with a colon that YAML does not allow, each as the span of its first character. */
  readonly colons: Span[];
  /** The offset of the next space before a `#`, from the last search; most heads have none and are searched once. */
  comment: number;
  /** The end of the last value, as an offset in the file. */
  end: number;
}
const number = /^(?:0|-?[1-9]\d{0,8})(?:\.\d{1,8})?$/;

/** The scalar from `start` to `stop`, without spaces at its end; null for anything that parsers may read differently. */
export function scalarAt(
  text: string,
  start: number,
  stop: number,
  base: number,
  noted: ScanState,
): Value | null {
  let end = stop;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  const quote = text.charCodeAt(start);
  noted.end = base + end;
  const span = { start: base + start, end: noted.end };
  if (quote === 39) return singleIn(text, start, end, span);
  if (quote === 34) return doubleIn(text, start, end, span);
  const source = text.slice(start, end);
  if (!isWord(text, start)) return otherIn(source, span);
  if (commentFrom(text, start, noted) < end) return null;
  if (hasKeyColon(source)) noted.colons.push({ start: span.start, end: span.start + 1 });
  else if (source.length <= maxReserved && reserved.test(source)) return booleanIn(source, span);
  return { kind: 'text', text: source, style: 'plain', span };
}

/** Whether the unquoted string contains a colon that YAML reads as the end of a key. */
const hasKeyColon = (source: string): boolean =>
  source.includes(':') && (source.includes(': ') || source.charCodeAt(source.length - 1) === 58);

const booleanIn = (source: string, span: Span): Value | null =>
  source === 'true' || source === 'false'
    ? { kind: 'boolean', boolean: source === 'true', source, span }
    : null;

/** A scalar that does not begin with a letter: a number, or one of a few kinds of strings. */
function otherIn(source: string, span: Span): Value | null {
  if (number.test(source)) return { kind: 'number', number: Number(source), source, span };
  return otherStrings.some((form) => form.test(source))
    ? { kind: 'text', text: source, style: 'plain', span }
    : null;
}

function singleIn(text: string, start: number, end: number, span: Span): Value | null {
  const last = end - 1;
  if (last === start || text.charCodeAt(last) !== 39) return null;
  const inner = inOneLine(text.slice(start + 1, last));
  if (inner === null) return null;
  if (!inner.includes("'")) return { kind: 'text', text: inner, style: 'single', span };
  return doubled.test(inner)
    ? { kind: 'text', text: inner.replaceAll("''", "'"), style: 'single', span }
    : null;
}

function doubleIn(text: string, start: number, end: number, span: Span): Value | null {
  const last = end - 1;
  if (last === start || text.charCodeAt(last) !== 34) return null;
  const inner = inOneLine(text.slice(start + 1, last));
  const content = inner === null ? null : unescaped(inner);
  return content === null ? null : { kind: 'text', text: content, style: 'double', span };
}

/** Joins the lines of a quoted string with spaces; null where parsers may fold it differently. */
function inOneLine(inner: string): string | null {
  if (!inner.includes('\n')) return inner;
  return complexBreak.test(inner) ? null : inner.replaceAll(/(?<! ) *\n */g, ' ');
}

/** An empty line, an escaped line break, or a tab. */
const complexBreak = /\n *\n|\\ *\n|\t/;

/** The offset of the next space before a `#`, or the end of the text. */
function commentFrom(text: string, start: number, noted: ScanState): number {
  if (noted.comment < start) {
    let hash = text.indexOf('#', start + 1);
    while (hash >= 0 && text.charCodeAt(hash - 1) !== 32) hash = text.indexOf('#', hash + 1);
    noted.comment = hash < 0 ? text.length : hash - 1;
  }
  return noted.comment;
}

/** The end of a value on its line, before a comment. For unclosed quotes, the end of the line: they need the parser. */
export function beforeComment(text: string, start: number, end: number, noted: ScanState): number {
  const comment = commentFrom(text, start, noted);
  if (comment >= end) return end;
  const first = text.charCodeAt(start);
  if (first !== 34 && first !== 39) return comment;
  quotedWithComment.lastIndex = start;
  const found = quotedWithComment.exec(text);
  return found && quotedWithComment.lastIndex < end ? start + (found[1] ?? '').length : end;
}

/** A quoted string with a comment after it. */
const quotedWithComment = /("(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\n]|'')*') +#/y;

const doubled = /^(?:[^']|'')*$/;

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', t: '\t' };
const commonEscapes = /^(?:[^"\\]|\\["\\nt])*$/;

/** The content of a double-quoted string with the most common escapes resolved; null if it contains others. */
function unescaped(inner: string): string | null {
  if (!inner.includes('\\')) return inner.includes('"') ? null : inner;
  if (!commonEscapes.test(inner)) return null;
  return inner.replaceAll(/\\(.)/g, (_, char: string) => escapes[char] ?? char);
}

/** A quoted item; any other characters between the quotes are part of it. */
const quoted = /[ \n]*(?:"(?:[^"\\\n]|\\[^\n])*"|'[^'\n]*')[ \n]*/.source;
const one = `(?:${quoted}|[^[\\]{}"',]*)`;
/** A flow list with brackets and braces only in quoted items. */
const bracketed = new RegExp(`\\[(${one}(?:,${one})*|[^[\\]{}]*)\\] *(?: #[^\\n]*)?(?=\\n|$)`, 'y');

/** Whether a line of the list is not indented further than its key, which some parsers reject. */
const hasOutdentedLine = (inner: string, indent: number): boolean =>
  inner
    .split('\n')
    .some((line, index) => index > 0 && (/^ */.exec(line)?.[0].length ?? 0) <= indent);

/** A flow list such as `[a, "b"]`, on one or several lines with whole items. @param indent the indentation of the key. */
export function flowList(
  text: string,
  start: number,
  indent: number,
  base: number,
  noted: ScanState,
): { readonly value: ListValue; readonly end: number } | null {
  bracketed.lastIndex = start;
  const found = bracketed.exec(text);
  if (!found) return null;
  const end = bracketed.lastIndex;
  const inner = found[1] ?? '';
  const isMultiline = inner.includes('\n');
  if (isMultiline && hasOutdentedLine(inner, indent)) return null;
  const items: Value[] = [];
  const colons = noted.colons.length;
  const close = start + 1 + inner.length;
  const span = { start: base + start, end: base + close + 1 };
  const value: ListValue = { kind: 'list', items, flow: true, span };
  if (inner.trim() === '') return { value, end };
  for (let from = start + 1; from <= close; ) {
    const comma = text.indexOf(',', from);
    const stop = comma < 0 || comma > close ? close : comma;
    const first = skipSpace(text, from, stop);
    const last = trimSpace(text, first, stop);
    // Unquoted items that continue on the next line need the parser.
    const code = text.charCodeAt(first);
    const isQuoted = code === 34 || code === 39;
    if (isMultiline && !isQuoted && text.slice(first, last).includes('\n')) return null;
    const scalar = scalarAt(text, first, last, base, noted);
    // Items with a comma in quotes, or with a colon, need the parser.
    if (!scalar || noted.colons.length > colons) return null;
    items.push(scalar);
    from = stop + 1;
  }
  return { value, end };
}

function skipSpace(text: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return start;
}

function trimSpace(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

const isSpace = (code: number): boolean => code === 32 || code === 10;
