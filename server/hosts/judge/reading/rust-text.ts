// Text as programs written in Rust see it.
import type { Span } from '../../../text/span';

/** White space as defined by Rust: with U+0085, without the byte order mark. */
const whiteSpace = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const severalSpaces = new RegExp(`${whiteSpace.source}+`);

/** The offset of the first character from there that is no white space; the end of the text if there is none. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && whiteSpace.test(text.charAt(at))) at++;
  return at;
}

/** The words of the text with one space between them. */
export const spaced = (text: string): string =>
  text
    .split(severalSpaces)
    .filter((word) => word !== '')
    .join(' ');

/** The prompt from there to the end of the text, without white space at both ends. */
export function trimmedPrompt(text: string, from: number): { text: string; span: Span } {
  const start = skipSpace(text, from);
  let end = text.length;
  while (end > start && whiteSpace.test(text.charAt(end - 1))) end--;
  return { text: text.slice(start, end), span: { start, end } };
}

/** The word at an error of a parser, or one character. */
export function wordAt(text: string, start: number, stop: number): Span {
  const word = /^(?:[^\s,[\]{}]+|[^\r\n])/.exec(text.slice(start, Math.min(stop, start + 200)));
  return { start, end: start + (word?.[0].length ?? 0) };
}
