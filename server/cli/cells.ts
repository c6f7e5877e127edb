// Text as a terminal shows it: how wide each sign is, and nothing that a terminal would obey.

/** One sign of a line as it is shown, or a stretch of plain ones. */
export interface Cell {
  readonly text: string;
  /** Each letter is one column wide and stands for one unit: it may be cut anywhere. */
  readonly isPlain: boolean;
  /** The first of the columns that it takes. */
  readonly column: number;
  readonly width: number;
  /** Where it stands in the line, and for how many of its UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

/** Made for the first line that needs it: the system's tables are large. */
let graphemes: Intl.Segmenter | undefined;
const tabStop = 4;

/** Signs that are two columns wide: those of East Asia in full width, and pictures. */
const wide =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)/u;
const withoutWidth = /^[\p{M}\u200b-\u200d\u2060\ufeff]+$/u;
/** What a terminal would obey, what turns the direction of what follows, and halves of signs. */
const obeyed = /^[\p{Cc}\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;
/**
 * Letters and signs of Europe, dashes and quotes: one unit and one column each. The soft hyphen and the blanks of no
 * width are not among them.
 */
const plain = String.raw`\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027`;
/** What is a sign of its own beside any other of these: with kana, Han, Hangul in whole syllables, and pictures. */
const alone = String.raw`${plain}\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uac00-\ud7a3\p{Extended_Pictographic}`;

const notPlain = new RegExp(`[^${plain}]`);
const plainOrSign = new RegExp(`[${plain}]+|.`, 'gu');
/** The first sign that may be made of several: what joins them may stand behind any letter. */
const nextJoined = new RegExp(`[${alone}]?[^${alone}]`, 'gu');
/** Behind a sign that what is joined may have taken in. To ask the system once more costs as much as some signs. */
const nextAlone = new RegExp(`(?<=[${alone}])[${alone}]{8}`, 'gu');

/** Whether each unit is a sign of one column. */
export const isPlainText = (text: string): boolean => !notPlain.test(text);

/** The signs of one line, in order. The system, which is slow, is asked only about those that may be joined. */
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

/** @param text a sign, or plain letters. */
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

/** Columns of cells that begin a line. */
export function columnsOf(cells: readonly Cell[]): number {
  const last = cells.at(-1);
  return last ? last.column + last.width : 0;
}

/** The end of the text where it is not found. */
function indexOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

export function plainCell(text: string, column: number, offset: number): Cell {
  const { length } = text;
  return { text, isPlain: true, column, width: length, offset, length };
}

/** A control sign as its picture: what stands in a file must not move the cursor. */
function harmless(sign: string): string {
  if (!obeyed.test(sign)) return sign;
  const code = sign.charCodeAt(0);
  return code < 32 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

const widthOfSign = (sign: string): number =>
  withoutWidth.test(sign) ? 0 : wide.test(sign) ? 2 : 1;

/** Columns of a text of one line. */
export const widthOf = (text: string): number =>
  isPlainText(text) ? text.length : columnsOf(cellsOf(text));

/** Filled up with blanks. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Fit to be shown: one line, nothing that a terminal obeys. */
export const printable = (text: string): string =>
  isPlainText(text)
    ? text
    : cellsOf(text.replaceAll(/\s*\r?\n\s*/g, ' '))
        .map((cell) => cell.text)
        .join('');

/** No wider than that; what is left out at the end is told by a sign. */
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
