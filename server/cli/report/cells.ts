// Measures text in terminal columns and replaces characters that a terminal would interpret.
import { visibleControls } from '../../text/visible-controls';
import { inertNames } from './inert-lines';

// Terminal colors, used only if the output supports them.

export type Paint = (text: string, color: Color) => string;
export type Color = keyof typeof codes;

const codes = {
  error: '1;31',
  warning: '1;33',
  information: '1;36',
  hint: '1',
  good: '32',
  quiet: '90',
  strong: '1',
} as const;

/** Returns functions that color a string, or that return it unchanged if colors are disabled. */
export const painter = (color: boolean): Paint =>
  color ? (text, name) => `\u001b[${codes[name]}m${text}\u001b[0m` : (text) => text;

/**
 * Environment variables take precedence over terminal detection. See https://no-color.org and https://force-color.org.
 */
export function shouldUseColor(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force, TERM: term } = env;
  if (no !== '') return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && term !== 'dumb';
}

/** One displayed character of a line, or a run of plain characters. */
export interface Cell {
  readonly text: string;
  /** Whether each UTF-16 unit is one column wide, so that the text can be split anywhere. */
  readonly isPlain: boolean;
  /** The first column of the cell. */
  readonly column: number;
  readonly width: number;
  /** The position and length in the line, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

/** Created lazily, because loading the Unicode segmentation tables is slow. */
let graphemes: Intl.Segmenter | undefined;
const tabStop = 4;

/** Characters that are two columns wide: East Asian full-width characters and emoji. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u;
const withoutWidth = /^[\p{M}\u200b-\u200d\u2060\ufeff]+$/u;
/**
 * Latin and other European characters, dashes and quotes, each of which is one UTF-16 unit and one column wide. The
 * soft hyphen and zero-width spaces are excluded.
 */
const plain = String.raw`\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027`;
/**
 * Characters that never combine with each other: the European characters above, kana, Han, precomposed Hangul syllables
 * and emoji.
 */
const alone = String.raw`${plain}\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\p{Extended_Pictographic}`;

const nonPlainCharacter = new RegExp(`[^${plain}]`);
const plainOrSign = new RegExp(`[${plain}]+|.`, 'gu');
/**
 * Finds the first character that may be part of a grapheme cluster. The character before it is included, because
 * combining marks can follow any character.
 */
const nextJoined = new RegExp(`[${alone}]?[^${alone}]`, 'gu');
/**
 * Finds the end of a possible grapheme cluster. The first simple character may belong to the cluster. Several more are
 * required because each call of the segmenter is expensive.
 */
const nextAlone = new RegExp(`(?<=[${alone}])[${alone}]{8}`, 'gu');

/** Whether every UTF-16 unit is a character of one column. */
export const isPlainText = (text: string): boolean => !nonPlainCharacter.test(text);

/**
 * Returns the cells of one line in order. The segmenter is slow, so it is used only for characters that may combine.
 */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  if (isPlainText(line)) return line === '' ? cells : [plainCell(line, 0, 0)];
  for (let done = 0; done < line.length; ) {
    const joined = indexOf(nextJoined, line, done);
    for (const [text] of line.slice(done, joined).matchAll(plainOrSign)) push(text, cells);
    done = indexOf(nextAlone, line, joined);
    if (done > joined) pushJoined(line.slice(joined, done), cells);
  }
  return cells;
}

function pushJoined(text: string, cells: Cell[]): void {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) push(segment, cells);
}

/** @param text one character or a run of plain characters. */
function push(text: string, cells: Cell[]): void {
  const last = cells.at(-1);
  const column = last ? last.column + last.width : 0;
  const offset = last ? last.offset + last.length : 0;
  if (isPlainText(text)) {
    cells.push(plainCell(text, column, offset));
    return;
  }
  const isTab = text === '\t';
  const shown = isTab ? ' '.repeat(tabStop - (column % tabStop)) : harmless(text);
  const width = isTab ? shown.length : widthOfSign(shown);
  cells.push({ text: shown, isPlain: false, column, width, offset, length: text.length });
}

/** Returns the total width of cells that start at column 0. */
export function columnsOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

/** Returns the length of the text if there is no match. */
function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

export function plainCell(text: string, column: number, offset: number): Cell {
  const { length } = text;
  return { text, isPlain: true, column, width: length, offset, length };
}

/** Replaces a control character with its visible symbol, so that the contents of a file cannot move the cursor. */
const harmless = (sign: string): string => visibleControls(sign === '\r\n' ? '\r' : sign);

const widthOfSign = (sign: string): number =>
  withoutWidth.test(sign) ? 0 : wide.test(sign) ? 2 : 1;

/** Returns the width of a single-line string in columns. */
export const widthOf = (text: string): number =>
  isPlainText(text) ? text.length : columnsOf(cellsOf(text));

/** Pads a string with spaces to a width in columns. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Returns the text on one line, without what a terminal or the log of a workflow would interpret. */
export const printable = (text: string): string =>
  isPlainText(text)
    ? inertNames(text)
    : inertNames(
        cellsOf(text.replaceAll(/\s+/g, (space) => (space.includes('\n') ? ' ' : space)))
          .map((cell) => cell.text)
          .join(''),
      );

/** Truncates the text to a width in columns. An ellipsis marks the omitted end. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let room = columns - 1;
  let result = '';
  for (const { text: signs, width, isPlain } of cellsOf(text)) {
    if (width > room) {
      if (isPlain) result += signs.slice(0, Math.max(0, room));
      break;
    }
    result += signs;
    room -= width;
  }
  return `${result}…`;
}

// Wraps long sentences to the width of a terminal.

/**
 * Returns the text with line breaks between words so that no line exceeds the given number of columns.
 * @param taken the number of columns that are already used on the first line.
 * @param indent the number of spaces before all other lines.
 */
export function wrapped(text: string, columns: number, taken: number, indent: number): string {
  const lines: string[] = [''];
  let room = columns - taken;
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const width = widthOf(word) + (line === '' ? 0 : 1);
    if (width <= room || line === '') {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
      room -= width;
    } else {
      lines.push(word);
      room = columns - indent - widthOf(word);
    }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
