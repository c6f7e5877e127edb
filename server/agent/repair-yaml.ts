// Repairs of a frontmatter that is no YAML: a missing fence, a value that needs quotes or a block scalar. For a host that does not read
// YAML, the edits go through `Writer.inYaml`, which refuses them there.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { requote, scalar } from '../yaml/scalar';
import type { Entry } from '../yaml/value';
import { isQuote, lineFrom, lineStart, skipSpaces, unquoted } from './caret-lines';
import { sketchOf } from './caret-sketch';
import type { Outline } from './outline';
import type { Slot } from './sketch-types';
import { linesOfSlot, slotOf, tight, withoutLineBreak } from './write-place';

/** Inserts the closing fence where the frontmatter seems to end; no edit if there is one. */
export function closeFence({ text, shape, head, eol }: Outline): readonly Edit[] {
  if (shape !== 'open') return [];
  const at = head.end;
  const before = text.charCodeAt(at - 1) === 10 ? '' : eol;
  return [{ span: { start: at, end: at }, text: `${before}---${eol}` }];
}

/**
 * Quotes the source text of a plain value, which repairs `description: Use when: x`. No edit for other values, and where the text
 * continues at the key's own column.
 */
export function quoteValue(outline: Outline, entry: Entry): readonly Edit[] {
  const raw = restOfLine(outline, entry) ?? rawOfEntry(outline, entry);
  if (!raw) return [];
  const lines = outline.text
    .slice(raw.start, raw.end)
    .split('\n')
    .map((line) => line.trim());
  const joined = lines.reduce((done, line, index) => `${done}${gapBetween(lines, index)}${line}`);
  const intended = intendedText(joined);
  return [
    { span: raw, text: intended.quote === '"' ? requote(intended.text) : quoted(intended.text) },
  ];
}

/** The text after a key, where the next line begins another key: a fast path that needs no sketch. */
function restOfLine({ text, head, isSimple }: Outline, { keySpan, value }: Entry): Span | null {
  if (!isSimple || value.kind !== 'text' || value.style !== 'plain') return null;
  const line = lineFrom(text, lineStart(text, keySpan.start), head.end);
  const start = skipSpaces(text, keySpan.end + 1, line.end);
  const isAtMargin = line.start === keySpan.start && start === value.span.start;
  const isLast = line.next >= head.end || letter.test(text.charAt(line.next));
  return isAtMargin && isLast ? tight(text, { start, end: line.end }) : null;
}

const letter = /[A-Za-z]/;

function rawOfEntry(outline: Outline, entry: Entry): Span | null {
  const slot = slotOf(outline, entry);
  return slot && !continuesAtKeyColumn(outline, slot) ? rawOf(outline, slot) : null;
}

/** Folds lines like YAML: a line break becomes a space, an empty line becomes a line break. */
function gapBetween(lines: readonly string[], index: number): string {
  if (lines[index] === '') return '\n';
  return lines[index - 1] === '' ? '' : ' ';
}

const quoted = (text: string): string => scalar(text, /["\\]/.test(text) ? 'single' : 'double');

/** Whether the line begins like `[file] [level]`: meant as text, but YAML reads a list and expects nothing after it. */
export const isTextAfterList = (text: string): boolean => /^\[[^\]\n]*\][^\S\n]*[^\s#,]/.test(text);

function rawOf(outline: Outline, slot: Slot): Span | null {
  const { text } = outline;
  const { content } = slot;
  if (content.form === 'block' || content.form === 'nested') return null;
  if (content.form === 'flow' && !isTextAfterList(text.slice(slot.after).trimStart())) return null;
  const line = lineFrom(text, slot.after, outline.head.end);
  const start = skipSpaces(text, slot.after, line.end);
  const { end } = tight(text, withoutLineBreak(text, linesOfSlot(outline, slot)));
  return start < end && start < line.end ? { start, end } : null;
}

/** Whether text at the key's own column continues the value: quotes would not include it. */
const continuesAtKeyColumn = (outline: Outline, slot: Slot): boolean => {
  const { slots } = sketchOf(outline);
  const next = slots.find((other) => other.start > slot.start && other.indent <= slot.indent);
  return next?.hasColon === false && (next.key !== null || next.indent === slot.indent);
};

/** Whether the value of one line is in double quotes and contains such quotes without a backslash: `"[--note "text"]"`. */
export function hasQuotesInside(text: string): boolean {
  const value = text.trim();
  const isQuoted = value.length > 2 && value.startsWith('"') && value.endsWith('"');
  return isQuoted && value.slice(1, -1).replaceAll(/\\./g, '').includes('"');
}

interface Intended {
  readonly text: string;
  /** The quotes that the author meant; escapes in the text are only intended in double quotes. */
  readonly quote: '' | '"' | "'";
}

/** The intended string of a value with unescaped quotes inside, or with an unclosed quote: without the outer quotes. */
function intendedText(raw: string): Intended {
  const quote = raw.charAt(0);
  if (!isQuote(quote)) return { text: raw, quote: '' };
  const second = raw.indexOf(quote, 1);
  const isWhole =
    second < 0 || second === raw.length - 1 || (raw.endsWith(quote) && opensWord(raw, second));
  if (!isWhole) return { text: raw, quote: '' };
  const inner = raw.slice(1, second >= 0 && raw.endsWith(quote) ? -1 : undefined);
  return quote === '"' ? { text: inner, quote } : { text: unquoted(inner, quote), quote: '' };
}

const opensWord = (raw: string, at: number): boolean => ' (\\:'.includes(raw.charAt(at - 1));

/**
 * Converts an invalid plain value of several lines, including those at column 0, to a block scalar with the same words.
 * @param isKey whether a line at the key's column that looks like `key: value` is a field instead of a part of the value.
 */
export function foldIntoBlock(
  outline: Outline,
  entry: Entry,
  isKey: (key: string, value: string) => boolean,
): readonly Edit[] {
  const slot = slotOf(outline, entry);
  if (!slot || slot.content.form === 'flow' || slot.content.form === 'block') return [];
  if (slot.content.form === 'none' && holdsKeys(outline, slot)) return [];
  const { text, eol } = outline;
  const span = { start: slot.after, end: endOfText(outline, slot, isKey) };
  const lines = plainLines(text.slice(span.start, span.end));
  if (lines.length === 0) return [];
  const indent = ' '.repeat(slot.indent + 2);
  const header = lines.length > 1 ? '|-' : '>-';
  const written = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
  return [{ span, text: [` ${header}`, ...written].join(eol) }];
}

/** Whether the value is a map or a list, which cannot be converted. */
const holdsKeys = (outline: Outline, slot: Slot): boolean =>
  sketchOf(outline).slots.some(
    ({ level, key }) => level.owner === slot && (key === null || /^[\w-]+$/.test(key.text)),
  );

function endOfText(
  { text, head }: Outline,
  slot: Slot,
  isKey: (key: string, value: string) => boolean,
): number {
  let line = lineFrom(text, slot.after, head.end);
  let { end } = line;
  while (line.next < head.end) {
    line = lineFrom(text, line.next, head.end);
    const first = skipSpaces(text, line.start, line.end);
    if (first === line.end) continue;
    if (first - line.start <= slot.indent) {
      // Comments after the value belong to the next field; between its lines they become text.
      if (text.charAt(first) === '#') continue;
      const colon = text.indexOf(':', first);
      const isInLine = colon > first && colon < line.end;
      if (isInLine && isKey(text.slice(first, colon), text.slice(colon + 1, line.end).trim()))
        break;
    }
    ({ end } = line);
  }
  return tight(text, { start: slot.after, end }).end;
}

function plainLines(raw: string): string[] {
  const lines = raw.split('\n').map((line) => line.trimEnd());
  const [first = '', ...rest] = lines;
  const depths = rest
    .filter((line) => line !== '')
    .map((line) => line.length - line.trimStart().length);
  const common = Math.min(...depths);
  const whole = [first.trim(), ...rest.map((line) => line.slice(common))].join('\n');
  const intended = intendedText(whole.trim());
  const words = intended.quote === '"' ? unescaped(intended.text) : intended.text;
  return words === '' ? [] : words.split('\n').map((line) => line.trimEnd());
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\"nt])/g, (_, char: string) =>
    char === 'n' ? '\n' : char === 't' ? ' ' : char,
  );
