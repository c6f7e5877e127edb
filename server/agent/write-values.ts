// Writers of single values: put a text in place of one, mend one that broke.
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import { isQuote, lineFrom, lineStart, skipBlanks, trimBlanks, unquoted } from './caret-lines';
import { type Slot, sketchOf } from './caret-sketch';
import type { Outline } from './outline';
import { flowScalar, isBlockText, requoted, scalar } from './scalar';
import type { Entry, Value } from './value';
import { isInFlow, linesOfSlot, slotOf, tight, withoutBreak } from './write-place';

/**
 * Puts a text in place of a value: in the value's own quotes, with quotes where YAML needs them, and with line
 * breaks as a block scalar where one fits.
 */
export function replaceScalar(outline: Outline, value: Value, text: string): readonly Edit[] {
  const write = isInFlow(outline, value.span) ? flowScalar : scalar;
  const span = tight(outline.text, value.span);
  if (span.start === span.end) return intoEmpty(outline, span.start, write(text));
  const block = text.includes('\n') ? asBlock(outline, span, text) : null;
  if (block !== null) return [{ span, text: block }];
  const quote = outline.text.charAt(span.start);
  if (value.kind !== 'text' || !isQuote(quote)) return [{ span, text: write(text) }];
  return [{ span, text: write(text, quote === '"' ? 'double' : 'single') }];
}

/** A literal block scalar in place of a value that ends its lines; null where the text or the place has no room for one. */
function asBlock(outline: Outline, span: Span, text: string): string | null {
  const { eol } = outline;
  const slot = sketchOf(outline).slots.find(({ content }) => startOf(content) === span.start);
  if (!slot || slot.content.comment || (slot.content.form !== 'block' && slot.end > span.end))
    return null;
  const isWhole = isBlockText(text) && !text.endsWith('\n\n') && /^\n*[^\s]/.test(text);
  if (!isWhole) return null;
  const indent = ' '.repeat(slot.indent + 2);
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  const written = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
  return [text.endsWith('\n') ? '|' : '|-', ...written].join(eol);
}

const startOf = (content: Slot['content']): number => {
  if (content.form === 'block') return content.header.start;
  return content.form === 'plain' || content.form === 'quoted' ? content.span.start : -1;
};

/** The parser puts an absent value behind its key or behind its colon: it belongs behind the colon and a blank. */
function intoEmpty({ text }: Outline, offset: number, written: string): readonly Edit[] {
  const ahead = skipBlanks(text, offset, text.length);
  const from = text.charAt(ahead) === ':' ? ahead + 1 : offset;
  const end = skipBlanks(text, from, text.length);
  const start = trimBlanks(text, 0, from);
  const before = text.charAt(start - 1);
  const gap = before === ':' || before === '-' || before === ',' ? ' ' : before === '[' ? '' : ': ';
  const isOver = end >= text.length || '\r\n,]}'.includes(text.charAt(end));
  return [{ span: { start, end: isOver ? end : start }, text: `${gap}${written}` }];
}

/**
 * Quotes the raw text of a plain value as it stands on its lines: mends `description: Use when: x`.
 * Nothing for values that are no plain text, and where the text goes on at the key's own column.
 */
export function quoteValue(outline: Outline, entry: Entry): readonly Edit[] {
  const raw = restOfLine(outline, entry) ?? rawOfEntry(outline, entry);
  if (!raw) return [];
  const words = outline.text
    .slice(raw.start, raw.end)
    .split('\n')
    .map((line) => line.trim());
  const joined = words.reduce((done, line, index) => `${done}${gapBetween(words, index)}${line}`);
  const intended = intendedText(joined);
  return [
    { span: raw, text: intended.quote === '"' ? requoted(intended.text) : quoted(intended.text) },
  ];
}

/** What stands behind a key, where the next line begins another: no sketch is needed to see that nothing else belongs to it. */
function restOfLine({ text, head, isScanned }: Outline, { keySpan, value }: Entry): Span | null {
  if (!isScanned || value.kind !== 'text' || value.style !== 'plain') return null;
  const line = lineFrom(text, lineStart(text, keySpan.start), head.end);
  const start = skipBlanks(text, keySpan.end + 1, line.end);
  const isAtMargin = line.start === keySpan.start && start === value.span.start;
  const isLast = line.next >= head.end || letter.test(text.charAt(line.next));
  return isAtMargin && isLast ? tight(text, { start, end: line.end }) : null;
}

const letter = /[A-Za-z]/;

function rawOfEntry(outline: Outline, entry: Entry): Span | null {
  const slot = slotOf(outline, entry);
  return slot && !goesOn(outline, slot) ? rawOf(outline, slot) : null;
}

/** Lines fold as YAML folds them: a break is a blank, an empty line is a break. */
function gapBetween(lines: readonly string[], index: number): string {
  if (lines[index] === '') return '\n';
  return lines[index - 1] === '' ? '' : ' ';
}

const quoted = (text: string): string => scalar(text, /["\\]/.test(text) ? 'single' : 'double');

function rawOf(outline: Outline, slot: Slot): Span | null {
  const { text } = outline;
  const { content } = slot;
  if (content.form === 'flow' || content.form === 'block' || content.form === 'nested') return null;
  const line = lineFrom(text, slot.after, outline.head.end);
  const start = skipBlanks(text, slot.after, line.end);
  const { end } = tight(text, withoutBreak(text, linesOfSlot(outline, slot)));
  return start < end && start < line.end ? { start, end } : null;
}

/** Text at the key's own column goes on with the value: quotes would leave it outside. */
const goesOn = (outline: Outline, slot: Slot): boolean => {
  const { slots } = sketchOf(outline);
  const next = slots.find((other) => other.start > slot.start && other.indent <= slot.indent);
  return next?.hasColon === false && (next.key !== null || next.indent === slot.indent);
};

interface Intended {
  readonly text: string;
  /** The author meant double quotes, and the escapes in the text with them. */
  readonly quote: '' | '"' | "'";
}

/** A text that opens with a quote and breaks over another, or never closes: its words without those two quotes. */
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
 * Makes a block scalar of a broken plain value of several lines, those at column 0 included. Keeps the words.
 * @param isKey whether a line at the key's column that looks like `key:` is a field, not a part of the text.
 */
export function foldIntoBlock(
  outline: Outline,
  entry: Entry,
  isKey: (key: string) => boolean,
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

/** A map or a list is no text, however broken. */
const holdsKeys = (outline: Outline, slot: Slot): boolean =>
  sketchOf(outline).slots.some(
    ({ level, key }) => level.owner === slot && (key === null || /^[\w-]+$/.test(key.text)),
  );

function endOfText({ text, head }: Outline, slot: Slot, isKey: (key: string) => boolean): number {
  let line = lineFrom(text, slot.after, head.end);
  let { end } = line;
  while (line.next < head.end) {
    line = lineFrom(text, line.next, head.end);
    const first = skipBlanks(text, line.start, line.end);
    if (first === line.end) continue;
    if (first - line.start <= slot.indent) {
      const colon = text.indexOf(':', first);
      if (colon > first && colon < line.end && isKey(text.slice(first, colon))) break;
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
