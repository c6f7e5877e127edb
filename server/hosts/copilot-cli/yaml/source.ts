// A text and a place in it, counted in characters as the YAML library of the Copilot CLI counts them.

/**
 * The first thing that YAML does not allow. Thrown inside this folder and caught at its
 * door, `load.ts`; no `Error`, for a stack trace costs more than reading the file.
 */
export class Refusal {
  readonly message: string;
  readonly at: number;
  constructor(message: string, at: number) {
    this.message = message;
    this.at = at;
  }
}

export interface Source {
  readonly text: string;
  /** UTF-16 units. */
  at: number;
  line: number;
  /** Characters, not units: what indentation is measured in. */
  column: number;
  /** Characters from the start. */
  index: number;
}

export const sourceOf = (text: string): Source => ({ text, at: 0, line: 0, column: 0, index: 0 });

/** The unit at the place or some way on; empty behind the end. */
export const char = ({ text, at }: Source, ahead = 0): string => text[at + ahead] ?? '';

export const isBlank = (unit: string): boolean => unit === ' ' || unit === '\t';

export const isBreak = (unit: string): boolean =>
  unit === '\n' || unit === '\r' || unit === '\u0085' || unit === '\u2028' || unit === '\u2029';

/** A blank, a line break or the end. */
export const isGap = (unit: string): boolean => unit === '' || isBlank(unit) || isBreak(unit);

/** Passes over one character that is no line break, and gives it. */
export function forward(source: Source): string {
  const code = source.text.codePointAt(source.at) ?? 0;
  const units = code > 0xffff ? 2 : 1;
  const passed = source.text.slice(source.at, source.at + units);
  source.at += units;
  source.column++;
  source.index++;
  return passed;
}

/** Passes over what the pattern (sticky, without line breaks) matches here, and gives it. */
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

/** What is left of a line. */
export const restOfLine = /[^\n\r\x85\u2028\u2029]*/y;

/** Passes over a line break, and gives it as YAML hands it on. */
export function readBreak(source: Source): string {
  const unit = char(source);
  const units = unit === '\r' && char(source, 1) === '\n' ? 2 : 1;
  source.at += units;
  source.index += units;
  source.column = 0;
  source.line++;
  return unit === '\u2028' || unit === '\u2029' ? unit : '\n';
}

/** Whether a line begins here with three dashes or dots alone. */
export function atMarker(source: Source, marks: '---' | '...'): boolean {
  return source.column === 0 && source.text.startsWith(marks, source.at) && isGap(char(source, 3));
}

/** Characters that no YAML text may hold. */
export const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ud800-\udfff\ue000-\ufffd]/;
