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
  let start = 0;
  const close = (end: number): void => {
    const part = text.slice(start, end);
    const lead = part.length - part.trimStart().length;
    const trimmed = part.trim();
    if (trimmed !== '') parts.push({ start: start + lead, end: start + lead + trimmed.length });
    start = end + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '(') inParentheses = true;
    else if (char === ')') inParentheses = false;
    else if (!inParentheses && separators.includes(char)) close(i);
  }
  close(text.length);
  return parts;
}

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
