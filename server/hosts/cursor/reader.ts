// How Cursor 1.0.32 reads an agent file. It does not parse YAML: each line of the frontmatter that has a colon is a field, and
// everything after the first colon is its value.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import type { Entry, Value } from '../../yaml/value';
import { promptFrom, trimmedSpan } from '../judge/reading/trimmed-prompt';
import { type Flaw, type FlawCode, type Reader, type Reading, unread } from '../model/reading';
import { fields as known, meansTrue } from './fields';

export const reader: Reader = ({ outline }): Reading => {
  const { text } = outline;
  const binary = binaryCharacter(text);
  if (binary !== null) {
    const span = { start: binary, end: binary + 1 };
    return unread({ code: 'binary', span, fatal: true });
  }
  const fences = fencesIn(text);
  if (!fences) return lost(outline);
  const prompt = promptFrom(text, fences.close + 3);
  if (prompt.text === '') {
    const span = { start: fences.close, end: fences.close + 3 };
    return unread({ code: 'short-prompt', span, fatal: true });
  }
  const { fields, nested, colonless } = scan(text, { start: fences.head, end: fences.close });
  const lostLines = colonless.filter(({ message }) => !fields.some(({ key }) => key === message));
  const flaws = [...nested, ...lostLines, ...cutValues(outline, fields)];
  return {
    agents: [{ fields, prompt }],
    flaws: flaws.sort((a, b) => a.span.start - b.span.start),
  };
};

/** How much of a file decides about that, in bytes. */
const sample = 4096;

/** What is not a control character in a text file: tabs and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that it is about.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * The offset of the first character by which the program treats a file as binary; null in a text file. One NUL suffices; other
 * control characters have to be a twentieth of the bytes.
 */
function binaryCharacter(text: string): number | null {
  const first = text.slice(0, sample).search(control);
  if (first < 0) return null;
  let bytes = 0;
  let controls = 0;
  for (let at = 0; at < text.length && bytes < sample; at++) {
    const char = text.charAt(at);
    if (char === '\0') return at;
    if (control.test(char)) controls++;
    bytes += bytesOf(text.charCodeAt(at));
  }
  return controls / Math.min(bytes, sample) >= 0.05 ? first : null;
}

/** In UTF-8. Each half of a surrogate pair counts as half of its four bytes. */
const bytesOf = (unit: number): number => {
  if (unit < 0x80) return 1;
  if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) return 2;
  return 3;
};

interface Fences {
  /** The offset after the opening fence and the blank lines that follow it. */
  readonly head: number;
  /** The offset of the closing dashes. */
  readonly close: number;
}

/**
 * The first lines of dashes that enclose a frontmatter, wherever in the text: the opening one contains nothing else, and the closing
 * one only begins with dashes. Null where there are none.
 */
function fencesIn(text: string): Fences | null {
  for (let at = text.indexOf('---'); at >= 0; at = text.indexOf('---', at + 1)) {
    if (!isLineStart(text, at)) continue;
    // No dashes at the start of a line follow, so no later opening fence can be closed either.
    if (text.indexOf('\n---', at) < 0) return null;
    const found = fencesAt(text, at);
    if (found) return found;
  }
  return null;
}

/** A carriage return and the separators of Unicode end a line too. Byte order marks are removed, up to two of them. */
const isLineStart = (text: string, at: number): boolean =>
  at === 0 ||
  /[\n\r\u2028\u2029]/.test(text.charAt(at - 1)) ||
  (at <= 2 && /^\uFEFF+$/.test(text.slice(0, at)));

function fencesAt(text: string, at: number): Fences | null {
  const content = skipSpace(text, at + 3);
  const blank = text.slice(at + 3, content);
  const lf = blank.lastIndexOf('\n');
  if (lf < 0) return null;
  const head = at + 3 + lf + 1;
  const close = text.indexOf('\n---', head);
  if (close >= 0) return { head, close: close + 1 };
  // Only blank lines are between the fences, of which there must be one.
  const earlier = blank.lastIndexOf('\n', lf - 1);
  return lf > 0 && earlier >= 0 && text.startsWith('---', head)
    ? { head: at + 3 + earlier + 1, close: head }
    : null;
}

const space = /\S/g;

/** The offset of the first character from there that is no white space; the end of the text if there is none. */
function skipSpace(text: string, from: number): number {
  space.lastIndex = from;
  return space.exec(text)?.index ?? text.length;
}

interface Scanned {
  readonly fields: readonly Entry[];
  readonly nested: readonly Flaw[];
  readonly colonless: readonly Flaw[];
}

/** The fields of all lines. Of several lines with one key, the last one counts. */
function scan(text: string, head: Span): Scanned {
  const fields = new Map<string, Entry>();
  const colonless: Flaw[] = [];
  const nested = new Map<string, Flaw>();
  for (let at = head.start; at < head.end; ) {
    const lf = text.indexOf('\n', at);
    const end = lf < 0 || lf > head.end ? head.end : lf;
    const line = trimmedSpan(text, { start: at, end });
    const entry = entryIn(text, line);
    if (!entry && line.start === at) colonless.push(...withoutColon(text, line));
    if (entry) {
      const isIndented = entry.keySpan.start > at && text.charAt(at) !== '\uFEFF';
      const isKnown = Object.hasOwn(known, entry.key);
      nested.delete(entry.key);
      if (isIndented && isKnown)
        nested.set(entry.key, { code: 'nested-key', span: entry.keySpan, fatal: false });
      // What an indented line defines otherwise belongs to a field that the program does not have.
      if (!isIndented || isKnown) {
        fields.delete(entry.key);
        fields.set(entry.key, entry);
      }
    }
    at = end + 1;
  }
  return { fields: [...fields.values()], nested: [...nested.values()], colonless };
}

/** A line that begins with the name of a field, and would change the agent if a colon followed it. */
function withoutColon(text: string, line: Span): readonly Flaw[] {
  const [written, name = '', value = ''] =
    /^([\w-]+)(?:[ \t]*=[ \t]*|[ \t]+)([^\s=].*)$/.exec(text.slice(line.start, line.end)) ?? [];
  const key = name.toLowerCase();
  const field = written !== undefined && Object.hasOwn(known, key) ? known[key] : undefined;
  if (!field || field.isNeverOffered) return [];
  if (field.type.type === 'boolean' && !meansTrue.test(value)) return [];
  // "model the domain" is prose, as in a description that goes on in the next line.
  if (field.role === 'model' && /\s/.test(value.trim())) return [];
  const span = { start: line.start, end: line.start + name.length };
  return [{ code: 'missing-colon', span, message: key, fatal: false }];
}

/** The field of a line without white space at its ends; null for a comment and a line without a key. */
function entryIn(text: string, line: Span): Entry | null {
  const written = text.slice(line.start, line.end);
  const colon = written.indexOf(':');
  if (colon < 0 || written.startsWith('#')) return null;
  const name = written.slice(0, colon).trimEnd();
  if (name === '') return null;
  // Letter case does not matter. Another key is shown as the author wrote it.
  const lower = name.toLowerCase();
  const key = Object.hasOwn(known, lower) ? lower : name;
  const span = trimmedSpan(text, { start: line.start + colon + 1, end: line.end });
  return {
    key,
    keySpan: { start: line.start, end: line.start + name.length },
    value: toValue(key, text.slice(span.start, span.end), span),
    span: line,
  };
}

function toValue(key: string, text: string, span: Span): Value {
  if (text === '') return { kind: 'null', source: '', span };
  const isFlag = Object.hasOwn(known, key) && known[key]?.type.type === 'boolean';
  return isFlag && /^(?:true|false)$/i.test(text)
    ? { kind: 'boolean', boolean: text.toLowerCase() === 'true', source: text, span }
    : { kind: 'text', text, style: 'plain', span };
}

/** The fields whose value goes on after their line, as YAML has it. */
function cutValues({ text, fields: inYaml }: Outline, fields: readonly Entry[]): readonly Flaw[] {
  return fields.flatMap(({ key, keySpan }): Flaw[] => {
    const entry = inYaml.find((one) => one.keySpan.start === keySpan.start);
    if (!entry || !Object.hasOwn(known, key)) return [];
    // It makes no difference in a field that probably has no effect.
    if (known[key]?.mayHaveNoEffect !== undefined) return [];
    const { end } = trimmedSpan(text, entry.value.span);
    return text.slice(keySpan.start, end).includes('\n')
      ? [{ code: 'cut-value', span: keySpan, message: key, fatal: false }]
      : [];
  });
}

function lost({ opening, closing, shape, language, head, text }: Outline): Reading {
  const flaw = (code: FlawCode, span: Span): Reading => unread({ code, span, fatal: true });
  const isEmpty = shape === 'closed' && text.slice(head.start, head.end).trim() === '';
  if (!opening || isEmpty) return flaw('no-frontmatter', opening ?? { start: 0, end: 0 });
  if (language !== '') return flaw('fence-language', opening);
  return flaw('unclosed-fence', closing ?? opening);
}
