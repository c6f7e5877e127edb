// Reads the four forms of YAML scalars: single-quoted, double-quoted, plain and block.

import { t } from '../../../text/message';
import type { Scan } from './scan-state';
import {
  char,
  isAtMarker,
  isBlank,
  isBreak,
  isGap,
  readBreak,
  readChar,
  restOfLine,
  run,
  SyntaxFault,
} from './source';

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Folds the line breaks between two parts of a string: a single one becomes a space, of several the first is dropped. */
const folded = (first: string, others: string): string =>
  first === '\n' ? others || ' ' : first + others;

// Runs of words separated by spaces and tabs, in which no character has a special meaning.
const singleWords = /[^' \t\n\r\x85\u2028\u2029]+(?:[ \t]+[^' \t\n\r\x85\u2028\u2029]+)*/y;
const doubleWords = /[^"\\ \t\n\r\x85\u2028\u2029]+(?:[ \t]+[^"\\ \t\n\r\x85\u2028\u2029]+)*/y;
const blockWords =
  /[^: \t\n\r\x85\u2028\u2029]+(?:[ \t]+[^:# \t\n\r\x85\u2028\u2029][^: \t\n\r\x85\u2028\u2029]*)*/y;
const flowWords =
  /[^:,[\]{} \t\n\r\x85\u2028\u2029]+(?:[ \t]+[^:#,[\]{} \t\n\r\x85\u2028\u2029][^:,[\]{} \t\n\r\x85\u2028\u2029]*)*/y;

/** Reads a quoted scalar, including both quotes, and returns its string. */
export function readQuoted(scan: Scan): string {
  const start = scan.at;
  const quote = readChar(scan);
  let text = '';
  for (;;) {
    if (isAtMarker(scan, '---') || isAtMarker(scan, '...')) {
      throw new SyntaxFault('the closing quote is missing before the end of the document', start);
    }
    if (char(scan) === '') throw new SyntaxFault('the closing quote is missing', start);
    let joined = false;
    const words = quote === "'" ? singleWords : doubleWords;
    while (!isGap(char(scan))) {
      const unit = char(scan);
      if (unit === quote) {
        readChar(scan);
        if (quote !== "'" || char(scan) !== "'") return text;
        text += readChar(scan);
      } else if (quote === '"' && unit === '\\' && isBreak(char(scan, 1))) {
        readChar(scan);
        readBreak(scan);
        joined = true;
        break;
      } else {
        text += quote === '"' && unit === '\\' ? readEscape(scan) : run(scan, words);
      }
    }
    text += readGap(scan, joined);
  }
}

/** Spaces and tabs are kept unless a line break follows. After an escaped line break the whole gap is dropped. */
function readGap(scan: Scan, joined: boolean): string {
  let spaces = '';
  let first: string | null = joined ? '' : null;
  let others = '';
  for (let unit = char(scan); isBlank(unit) || isBreak(unit); unit = char(scan)) {
    if (isBlank(unit)) {
      const passed = readChar(scan);
      if (first === null) spaces += passed;
    } else if (first === null) first = readBreak(scan);
    else others += readBreak(scan);
  }
  if (first === null) return spaces;
  return first === '' ? others : folded(first, others);
}

function readEscape(scan: Scan): string {
  const start = scan.at;
  readChar(scan);
  const character = char(scan);
  const known = escapes[character];
  const count = digits[character];
  if (known !== undefined || count === undefined) {
    if (known === undefined)
      throw new SyntaxFault(
        t('"\\{character}" is not a valid escape sequence', { character }),
        start,
      );
    readChar(scan);
    return known;
  }
  readChar(scan);
  const source = scan.text.slice(scan.at, scan.at + count);
  if (source.length < count || !/^[0-9A-Fa-f]+$/.test(source)) {
    throw new SyntaxFault(
      t('"\\{character}" must be followed by {count} hexadecimal digits', { character, count }),
      start,
    );
  }
  const code = Number.parseInt(source, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw new SyntaxFault(
      t('"\\{character}" is not a valid character', { character: character + source }),
      start,
    );
  }
  for (let passed = 0; passed < count; passed++) readChar(scan);
  return String.fromCodePoint(code);
}

export interface Plain {
  readonly text: string;
  readonly end: number;
  readonly overLines: boolean;
}

/** Reads a plain scalar up to `: `, ` #`, a bracket or comma in a flow collection, or a line with less indentation. */
export function readPlain(scan: Scan): Plain {
  const indent = scan.indent + 1;
  let text = '';
  let end = scan.at;
  let gap = '';
  let overLines = false;
  for (;;) {
    if (isAtMarker(scan, '---') || isAtMarker(scan, '...') || char(scan) === '#') break;
    const from = scan.at;
    while (!isGap(char(scan)) && !endsPlain(scan)) {
      if (char(scan) === ':') readChar(scan);
      else run(scan, scan.flow > 0 ? flowWords : blockWords);
    }
    if (scan.at > from) {
      text += gap + scan.text.slice(from, scan.at);
      end = scan.at;
      overLines = false;
    } else if (isGap(char(scan)) === false) {
      break;
    }
    const next = char(scan);
    if (!isBlank(next) && !isBreak(next)) break;
    const passed = readPlainGap(scan, indent);
    gap = passed.text;
    overLines = passed.overLines;
    if (scan.flow === 0 && scan.column < indent) break;
  }
  return { text, end, overLines };
}

function endsPlain(scan: Scan): boolean {
  const unit = char(scan);
  const next = char(scan, 1);
  if (unit === ':') {
    if (scan.flow > 0 && next !== '' && ',?[]{}'.includes(next)) {
      throw new SyntaxFault('":" must be followed by a space here', scan.at);
    }
    return isGap(next);
  }
  return scan.flow > 0 && ',[]{}'.includes(unit);
}

function readPlainGap(
  scan: Scan,
  indent: number,
): { readonly text: string; readonly overLines: boolean } {
  let spaces = '';
  let first: string | null = null;
  let others = '';
  for (let unit = char(scan); isBlank(unit) || isBreak(unit); unit = char(scan)) {
    if (isBreak(unit)) {
      if (first === null) first = readBreak(scan);
      else others += readBreak(scan);
    } else {
      if (first !== null && unit === '\t' && scan.column < indent) {
        throw new SyntaxFault('tabs cannot be used for indentation', scan.at);
      }
      const passed = readChar(scan);
      if (first === null) spaces += passed;
    }
  }
  return first === null
    ? { text: spaces, overLines: false }
    : { text: folded(first, others), overLines: true };
}

/** Reads `|` or `>` and the following lines, and returns the string. */
export function readBlockScalar(scan: Scan): string {
  const literal = readChar(scan) === '|';
  const { chomping, increment } = readHeader(scan);
  const least = Math.max(scan.indent, 0);
  let breaks = readBlockBreaks(scan, increment > 0 ? least + increment : 0);
  const indent = breaks.indent;
  let text = '';
  let lineBreak = '';
  let wasBlank = false;
  while (scan.column === indent && char(scan) !== '') {
    const blank = isBlank(char(scan));
    const folds = !literal && lineBreak === '\n' && !wasBlank && !blank;
    if (!folds) text += lineBreak;
    else if (breaks.text === '') text += ' ';
    text += breaks.text;
    wasBlank = blank;
    text += run(scan, restOfLine);
    lineBreak = char(scan) === '' ? '' : readBreak(scan);
    breaks = readBlockBreaks(scan, indent);
  }
  if (chomping !== '-') text += lineBreak;
  return chomping === '+' ? text + breaks.text : text;
}

function readHeader(scan: Scan): { readonly chomping: string; readonly increment: number } {
  let chomping = '';
  let increment = 0;
  const readDigit = (): void => {
    if (char(scan) === '0') throw new SyntaxFault('the indentation cannot be 0', scan.at);
    if (/[1-9]/.test(char(scan))) increment = Number(readChar(scan));
  };
  const readSign = (): void => {
    if (char(scan) === '+' || char(scan) === '-') chomping = readChar(scan);
  };
  if (char(scan) === '+' || char(scan) === '-') {
    readSign();
    if (/[0-9]/.test(char(scan))) readDigit();
  } else if (/[0-9]/.test(char(scan))) {
    readDigit();
    readSign();
  }
  while (isBlank(char(scan))) readChar(scan);
  if (char(scan) === '#') run(scan, restOfLine);
  if (char(scan) !== '' && !isBreak(char(scan))) {
    throw new SyntaxFault('only a comment can follow "|" or ">"', scan.at);
  }
  if (char(scan) !== '') readBreak(scan);
  return { chomping, increment };
}

/** Reads empty lines before a line with content. Their deepest indentation applies if none is known yet. */
function readBlockBreaks(
  scan: Scan,
  given: number,
): { readonly text: string; readonly indent: number } {
  let text = '';
  let deepest = 0;
  for (;;) {
    while ((given === 0 || scan.column < given) && char(scan) === ' ') readChar(scan);
    deepest = Math.max(deepest, scan.column);
    if ((given === 0 || scan.column < given) && char(scan) === '\t') {
      throw new SyntaxFault('tabs cannot be used for indentation', scan.at);
    }
    if (!isBreak(char(scan))) break;
    text += readBreak(scan);
  }
  return { text, indent: given === 0 ? Math.max(deepest, scan.indent + 1, 1) : given };
}
