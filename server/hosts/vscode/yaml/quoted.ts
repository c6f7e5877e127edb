// Quoted scalars. They may extend over several lines, and an unclosed one silently includes the rest of the header.
import { afterLineBreak, afterSpaces, isBlank, isBreak } from './token';

export interface Read {
  readonly text: string;
  /** The offset after what was read. */
  readonly end: number;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  '\\': '\\',
  '"': '"',
  '/': '/',
  r: '\r',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  v: '\v',
  f: '\f',
  ' ': ' ',
  _: '\xa0',
};

const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Characters without a special meaning between quotes. They are read at once, because descriptions are long. */
const ordinary = /[^\s"'\\]+/y;

/** Reads the quoted scalar that begins at `start`. */
export function readQuoted(text: string, start: number): Read {
  const quote = text[start];
  let read = '';
  let at = start + 1;
  /** Where the spaces at the end of `read` begin. A line break removes them, unless they come from an escape. */
  let trailing = 0;
  const add = (piece: string, end: number): void => {
    read += piece;
    at = end;
    trailing = read.length;
  };
  while (at < text.length) {
    ordinary.lastIndex = at;
    const run = ordinary.exec(text)?.[0];
    if (run !== undefined) add(run, at + run.length);
    const char = text[at] ?? '';
    if (char === quote) {
      if (quote !== "'" || text[at + 1] !== "'") return { text: read, end: at + 1 };
      add("'", at + 2);
    } else if (quote === '"' && char === '\\') {
      const escaped = readEscape(text, at);
      add(escaped.text, escaped.end);
    } else if (isBreak(char)) {
      const folded = foldBreaks(text, at);
      read = read.slice(0, trailing);
      add(folded.text, folded.end);
    } else {
      read += char;
      at++;
      if (!isBlank(char)) trailing = read.length;
    }
  }
  return { text: read, end: Math.min(at, text.length) };
}

function readEscape(text: string, at: number): Read {
  const char = text[at + 1];
  if (isBreak(char)) return { text: '', end: afterSpaces(text, afterLineBreak(text, at + 1)) };
  const count = char === undefined ? undefined : digits[char];
  if (char === undefined || count === undefined) {
    return { text: (char && escapes[char]) ?? `\\${char ?? ''}`, end: at + 2 };
  }
  const source = text.slice(at + 2, at + 2 + count);
  const code = Number.parseInt(source, 16);
  if (source.length < count || !(code >= 0)) return { text: `\\${char}`, end: at + 2 };
  // Above U+10FFFF VS Code's reader throws an error; this reader never throws.
  const point = code > 0x10ffff ? 0xfffd : code;
  return { text: String.fromCodePoint(point), end: at + 2 + count };
}

/** A single line break becomes a space; of several, all but the first are kept. */
function foldBreaks(text: string, start: number): Read {
  let at = afterSpaces(text, afterLineBreak(text, start));
  let empty = 0;
  while (isBreak(text[at])) {
    empty++;
    at = afterSpaces(text, afterLineBreak(text, at));
  }
  return { text: empty > 0 ? '\n'.repeat(empty) : ' ', end: at };
}
