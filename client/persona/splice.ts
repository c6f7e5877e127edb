// Computes the difference between two strings, so that only edits of a long prompt are sent to the webview.

export interface Splice {
  /** UTF-16 offset of the `removed` code units, which `text` replaces. */
  readonly from: number;
  readonly removed: number;
  readonly text: string;
}

/** The smallest single splice that turns `before` into `after`; null if they are equal. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let suffix = 0;
  while (
    suffix < shorter - from &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix++;
  return {
    from,
    removed: before.length - from - suffix,
    text: after.slice(from, after.length - suffix),
  };
}

/** Applies a splice to a string. */
export const applySplice = (text: string, { from, removed, text: inserted }: Splice): string =>
  text.slice(0, from) + inserted + text.slice(from + removed);
