// Names inside one text value, each with its place in the file.
import { ownCopy } from '../text/own-copy';
import { type Span, slice } from '../text/span';
import type { TextValue } from './value';

export interface Token {
  readonly text: string;
  readonly span: Span;
}

export interface Part {
  readonly text: string;
  /** In the text that was cut. */
  readonly start: number;
}

/** Each part of `text` between separators outside parentheses, which do not nest; parts are trimmed, empty ones left out. */
export function splitNames(text: string, separators: string): readonly Part[] {
  const { part, known } = cutterFor(separators);
  const found = known.get(text);
  if (found) return found;
  const parts = cut(text, part);
  if (text.length > maxKept) return parts;
  if (known.size >= keep) known.clear();
  known.set(ownCopy(text), parts);
  return parts;
}

interface Cutter {
  /** An expression runs through a text much quicker than a loop does. */
  readonly part: RegExp;
  /** Many files name the same tools in the same order, and each file is asked several times. */
  readonly known: Map<string, readonly Part[]>;
}

const keep = 500;
const maxKept = 300;
const cutters = new Map<string, Cutter>();

function cutterFor(separators: string): Cutter {
  const found = cutters.get(separators);
  if (found) return found;
  const part = new RegExp(`(?:[^(${separators}]+|\\([^)]*\\)?)+`, 'g');
  const made = { part, known: new Map() };
  cutters.set(separators, made);
  return made;
}

function cut(text: string, part: RegExp): readonly Part[] {
  const parts: Part[] = [];
  for (const { 0: raw, index } of text.matchAll(part)) {
    const behind = raw.trimStart();
    const name = behind.trimEnd();
    if (name !== '') parts.push({ text: ownCopy(name), start: index + raw.length - behind.length });
  }
  return parts;
}

/** The names in a text value. Where escapes or folding hide the exact place, the whole value stands for it. */
export function tokensOf(file: string, value: TextValue, separators: string): Token[] {
  const raw = slice(file, value.span);
  // A host that mends the text may read quotes that its author did not write.
  const inside = value.style === 'plain' || !/^["'|>]/.test(raw) ? 0 : 1;
  const exact = raw.startsWith(value.text, inside);
  let from = inside;
  return splitNames(value.text, separators).map(({ text, start }) => {
    const found = exact ? inside + start : raw.indexOf(text, from);
    if (found < 0) return { text, span: value.span };
    from = found + text.length;
    return { text, span: { start: value.span.start + found, end: value.span.start + from } };
  });
}
