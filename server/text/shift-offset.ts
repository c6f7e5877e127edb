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
