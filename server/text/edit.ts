import type { Span } from './span';

/** Replaces the text at `span` with `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The text after all edits, whose spans refer to the original text.
 * @throws RangeError if two edits overlap, which is an error in our code.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const [only] = edits;
  if (only && edits.length === 1)
    return text.slice(0, only.span.start) + only.text + text.slice(only.span.end);
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: insert } of sorted) {
    if (span.start < done) throw new RangeError(`edits overlap at ${span.start}`);
    result += text.slice(done, span.start) + insert;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The smallest single edit from one text to another. */
export function difference(before: string, now: string): readonly Edit[] {
  if (before === now) return [];
  let start = 0;
  while (start < before.length && before.charCodeAt(start) === now.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(before.length, now.length) - start;
  while (
    end < most &&
    before.charCodeAt(before.length - 1 - end) === now.charCodeAt(now.length - 1 - end)
  )
    end++;
  return [{ span: { start, end: before.length - end }, text: now.slice(start, now.length - end) }];
}

// Maps offsets of an older text to the current text.

/** One edit: the span it replaced (UTF-16 offsets in the text before it) and the length of the replacement. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** The offset after the consecutive changes; null where its text was replaced. */
export function shifted(offset: number, changes: readonly TextChange[]): number | null {
  let current = offset;
  for (const { start, end, length } of changes) {
    if (current <= start) continue;
    if (current < end) return null;
    current += length - (end - start);
  }
  return current;
}
