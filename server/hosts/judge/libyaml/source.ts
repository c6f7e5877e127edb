// Source text and the position of the scanner. Columns count characters, as in the library.

import type { Sentence } from '../../../text/message';
/**
 * A syntax error. It is thrown in this folder and caught in `dialect.ts` and `scan.ts`. It does not extend `Error`, because
 * recording a stack trace takes longer than reading the file.
 */
export class SyntaxFault {
  readonly message: Sentence;
  readonly at: number;
  constructor(message: Sentence, at: number) {
    this.message = message;
    this.at = at;
  }
}

/** `joined`: the program splits the text into lines and joins them with LF, which removes one CR from the end of each. */
export type LineBreaks = 'as written' | 'joined';

export interface Source {
  readonly text: string;
  readonly lineBreak: RegExp;
  /** Offset in UTF-16 units. */
  at: number;
  line: number;
  /** Column in characters (not UTF-16 units), in which indentation is measured. */
  column: number;
  /** Characters from the start of the text. */
  index: number;
}

export const sourceOf = (text: string, lineBreaks: LineBreaks): Source => ({
  text,
  lineBreak: lineBreaks === 'joined' ? joinedBreak : lineBreak,
  at: 0,
  line: 0,
  column: 0,
  index: 0,
});

/** The UTF-16 unit at the position, or `ahead` units after it. Empty after the end. */
export const char = ({ text, at }: Source, ahead = 0): string => text[at + ahead] ?? '';

export const isBlank = (unit: string): boolean => unit === ' ' || unit === '\t';

export const isBreak = (unit: string): boolean =>
  unit === '\n' || unit === '\r' || unit === '\u0085' || unit === '\u2028' || unit === '\u2029';

/** A space, a tab, a line break or the end. */
export const isGap = (unit: string): boolean => unit === '' || isBlank(unit) || isBreak(unit);

/** Consumes and returns one character, which must not be a line break. */
export function readChar(source: Source): string {
  const code = source.text.codePointAt(source.at) ?? 0;
  const units = code > 0xffff ? 2 : 1;
  const passed = source.text.slice(source.at, source.at + units);
  source.at += units;
  source.column++;
  source.index++;
  return passed;
}

/** Consumes and returns what a sticky pattern without line breaks matches here. */
export function run(source: Source, pattern: RegExp): string {
  pattern.lastIndex = source.at;
  const passed = pattern.exec(source.text)?.[0] ?? '';
  let characters = passed.length;
  for (let i = 0; i < passed.length; i++) {
    const code = passed.charCodeAt(i);
    if (code >= 0xdc00 && code < 0xe000) characters--;
  }
  source.at += passed.length;
  source.column += characters;
  source.index += characters;
  return passed;
}

/** The rest of a line. */
export const restOfLine = /[^\n\r\x85\u2028\u2029]*/y;

const lineBreak = /\r?\n|[\r\x85\u2028\u2029]/y;
/** "\r\r\n" is one line break. */
const joinedBreak = /\r{0,2}\n|[\r\x85\u2028\u2029]/y;

/** Consumes a line break and returns it as YAML normalizes it. */
export function readBreak(source: Source): string {
  const { lineBreak } = source;
  const unit = char(source);
  lineBreak.lastIndex = source.at;
  const units = lineBreak.exec(source.text)?.[0].length ?? 1;
  source.at += units;
  source.index += units;
  source.column = 0;
  source.line++;
  return unit === '\u2028' || unit === '\u2029' ? unit : '\n';
}

/** Whether the marker begins a line here and is followed by white space or the end. */
export function isAtMarker(source: Source, marks: '---' | '...'): boolean {
  return source.column === 0 && source.text.startsWith(marks, source.at) && isGap(char(source, 3));
}

/** Characters that YAML does not allow. */
export const forbiddenCharacter = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ud800-\udfff\ue000-\ufffd]/;
