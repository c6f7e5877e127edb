// Finds the word that a misspelled word was meant to be.

import { editDistance } from './edit-distance';

/** Whether two words are the same except for case, hyphens, underscores and spaces. */
export const isSameWord = (a: string, b: string): boolean => folded(a) === folded(b);

/** Names of one or two characters are too similar to each other for a suggestion. */
export const isGuessable = (word: string): boolean => word.length > 2;

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** The nearest of `words` with the same first letter if a typing mistake explains the difference (see `mistakesAllowed`). */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const same = words.find((one) => one !== word && isSameWord(one, word));
  if (same !== undefined) return same;
  const lower = word.toLowerCase();
  const digits = digitsIn(lower);
  let best: { word: string; distance: number } | undefined;
  for (const one of words) {
    const other = one.toLowerCase();
    const allowed = mistakesAllowed(Math.max(lower.length, other.length));
    if (other[0] !== lower[0] || Math.abs(other.length - lower.length) > allowed) continue;
    const distance = editDistance(lower, other);
    if (distance === 0 || distance > allowed || distance >= (best?.distance ?? Infinity)) continue;
    if (!isOtherWord(lower, other, distance) && digitsIn(other) === digits)
      best = { word: one, distance };
  }
  return best?.word;
}

/** How many characters may be wrong in a word of this length: at most a quarter of them, and at most two. */
const mistakesAllowed = (length: number): number => (length < 3 ? 0 : length < 8 ? 1 : 2);

/** Short words that differ in one letter are two words (`exit`, `edit`), not one word and a mistake. */
const isOtherWord = (a: string, b: string, distance: number): boolean =>
  distance === 1 && a.length === b.length && a.length <= 4 && sorted(a) !== sorted(b);

const sorted = (word: string): string => [...word].sort().join('');

/** Another number is another version, not a mistake. */
const digitsIn = (word: string): string => word.replaceAll(/\D/g, '');
