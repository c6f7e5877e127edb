// How alike two descriptions are, by the words they are made of.

/** Letters and digits alone, in small letters, each word once. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** From 0 for no word in common to 1 for the same words; 0 where one of them has none. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return a.size === 0 || b.size === 0 ? 0 : shared / all;
}
