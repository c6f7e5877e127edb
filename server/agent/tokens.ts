// Names inside one text value, each with its place in the file.
import { type Span, slice } from '../text/span';
import type { TextValue } from './value';

export interface Token {
  readonly text: string;
  readonly span: Span;
}

/** Start and end of each part of `text` between separators outside parentheses, which do not nest; parts are trimmed, empty ones left out. */
export function splitNames(text: string, separators: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let inParentheses = false;
  // Of the part that is being read: its first sign that is not blank, and behind the last one.
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!inParentheses && isOneOf(separators, code)) {
      if (start >= 0) parts.push({ start, end });
      start = -1;
    } else if (!isBlank(code)) {
      if (start < 0) start = at;
      end = at + 1;
      if (code === 40) inParentheses = true;
      else if (code === 41) inParentheses = false;
    }
  }
  if (start >= 0) parts.push({ start, end });
  return parts;
}

function isOneOf(signs: string, code: number): boolean {
  for (let at = 0; at < signs.length; at++) if (signs.charCodeAt(at) === code) return true;
  return false;
}

/** What `trim` takes off. */
const isBlank = (code: number): boolean =>
  code < 128 ? code === 32 || (code > 8 && code < 14) : String.fromCharCode(code).trim() === '';

/** The names in a text value. Where escapes or folding hide the exact place, the whole value stands for it. */
export function tokensOf(file: string, value: TextValue, separators: string): Token[] {
  const raw = slice(file, value.span);
  // A host that mends the text may read quotes that its author did not write.
  const inside = value.style === 'plain' || !/^["'|>]/.test(raw) ? 0 : 1;
  const exact = raw.startsWith(value.text, inside);
  let from = inside;
  return splitNames(value.text, separators).map(({ start, end }) => {
    const text = value.text.slice(start, end);
    const found = exact ? inside + start : raw.indexOf(text, from);
    if (found < 0) return { text, span: value.span };
    from = found + text.length;
    return { text, span: { start: value.span.start + found, end: value.span.start + from } };
  });
}
