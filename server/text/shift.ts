// Offsets of an older text, carried over edits to the text of today.

/** One edit: the stretch that it replaced (UTF-16 offsets of the text before it), and how much it put there. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** Where `offset` is after the changes, made one after the other; null where its text was replaced. */
export function shifted(offset: number, changes: readonly TextChange[]): number | null {
  let now = offset;
  for (const { start, end, length } of changes) {
    if (now <= start) continue;
    if (now < end) return null;
    now += length - (end - start);
  }
  return now;
}
