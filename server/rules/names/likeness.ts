// The similarity of two descriptions, measured by their common words.

/** The distinct words, in lowercase, made of letters and digits. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** From 0 for no common words to 1 for the same words; 0 if one set is empty. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  const all = a.size + b.size - shared;
  return a.size === 0 || b.size === 0 ? 0 : shared / all;
}
