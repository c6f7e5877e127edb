// Names in one string value, with their spans in the file.
import { type Span, slice } from '../text/span';
import type { StringValue } from '../yaml/value';

export interface Token {
  readonly text: string;
  readonly span: Span;
}

export interface Part {
  readonly text: string;
  /** The offset in the split string. */
  readonly start: number;
}

/** The trimmed parts of `text` between separators outside of parentheses, which do not nest; empty parts are omitted. */
export function splitNames(text: string, separators: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { 0: raw, index } of text.matchAll(partBetween(separators))) {
    const trimmed = raw.trimStart();
    const name = trimmed.trimEnd();
    if (name !== '') parts.push({ text: name, start: index + raw.length - trimmed.length });
  }
  return parts;
}

const partBetween = (separators: string): RegExp =>
  new RegExp(`(?:[^(${separators}]+|\\([^)]*\\)?)+`, 'g');

/** The names in a string value. Where escapes or folding hide the exact span of a name, it is that of the whole value. */
export function tokensOf(file: string, value: StringValue, separators: string): Token[] {
  const raw = slice(file, value.span);
  // A host that repairs the text may have read quotes that are not in the source.
  const inside = value.style === 'plain' || !/^["'|>]/.test(raw) ? 0 : 1;
  const isExact = raw.startsWith(value.text, inside);
  let from = inside;
  return splitNames(value.text, separators).map(({ text, start }) => {
    const found = isExact ? inside + start : raw.indexOf(text, from);
    if (found < 0) return { text, span: value.span };
    from = found + text.length;
    return { text, span: { start: value.span.start + found, end: value.span.start + from } };
  });
}
