// Text as a terminal shows it: how wide each sign is, and nothing that a terminal would obey.

/** One sign as it is shown. */
export interface Cell {
  readonly text: string;
  /** Columns that it takes. */
  readonly width: number;
  /** UTF-16 units that it stands for in the source. */
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
const plainAscii = /^[\x20-\x7e]*$/;

/** Letters, digits and signs of one column each, and nothing else. */
export const isPlainAscii = (text: string): boolean => plainAscii.test(text);

/** The signs of one line, in order. */
export function cellsOf(line: string): readonly Cell[] {
  if (plainAscii.test(line)) return [...line].map((text) => ({ text, width: 1, length: 1 }));
  const cells: Cell[] = [];
  let column = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(line)) {
    const shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : harmless(segment);
    const width = segment === '\t' ? shown.length : widthOfSign(shown);
    cells.push({ text: shown, width, length: segment.length });
    column += width;
  }
  return cells;
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
  plainAscii.test(text) ? text.length : cellsOf(text).reduce((sum, { width }) => sum + width, 0);

/** Filled up with blanks. */
export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Fit to be shown: one line, nothing that a terminal obeys. */
export const printable = (text: string): string =>
  plainAscii.test(text)
    ? text
    : cellsOf(text.replaceAll(/\s*\r?\n\s*/g, ' '))
        .map((cell) => cell.text)
        .join('');

/** No wider than that; what is left out at the end is told by a sign. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let room = columns - 1;
  let result = '';
  for (const { text: sign, width } of cellsOf(text)) {
    room -= width;
    if (room < 0) break;
    result += sign;
  }
  return `${result}…`;
}
