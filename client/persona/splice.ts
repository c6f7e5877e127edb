// What has changed between two texts, so that a long prompt crosses over to the page once and then only its edits.

export interface Splice {
  /** UTF-16 offset from which on `removed` units go and `text` comes. */
  readonly from: number;
  readonly removed: number;
  readonly text: string;
}

/** The smallest single splice that makes `after` of `before`; null where they are the same. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let same = 0;
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return {
    from,
    removed: before.length - from - same,
    text: after.slice(from, after.length - same),
  };
}

/** The text behind a splice. */
export const spliced = (text: string, { from, removed, text: put }: Splice): string =>
  text.slice(0, from) + put + text.slice(from + removed);
