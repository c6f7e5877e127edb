// Finds the word that a misspelled word was meant to be.

import { editDistance } from '../text/edit-distance';
import { memoize } from '../text/memoize';

/** Whether two words are the same except for case, hyphens, underscores and spaces. */
export const isSameWord = (a: string, b: string): boolean => folded(a) === folded(b);

/** Names of one or two characters are too similar to each other for a suggestion. */
export const isGuessable = (word: string): boolean => word.length > 2;

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** A list of words prepared for searching, with cached answers. */
const known = memoize((words: readonly string[]) => ({
  folded: words.map(folded),
  lower: words.map((word) => word.toLowerCase()),
  letters: words.map((word) => lettersOf(word.toLowerCase())),
  answers: new Map<string, string | undefined>(),
}));
const cacheSize = 500;

/**
 * The nearest of `words` with the same first letter if a typing mistake explains the difference (see `mistakesAllowed`).
 * Answers are cached with the list, because the same unknown keys occur in many files: pass the same list each time.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const { answers } = known(words);
  if (answers.has(word)) return answers.get(word);
  if (answers.size >= cacheSize) answers.clear();
  const found = search(word, words);
  answers.set(word, found);
  return found;
}

function search(word: string, words: readonly string[]): string | undefined {
  const list = known(words);
  const wanted = folded(word);
  const same = words.find((one, i) => one !== word && list.folded[i] === wanted);
  if (same !== undefined) return same;
  const lower = word.toLowerCase();
  const letters = lettersOf(lower);
  const digits = digitsIn(lower);
  let best: { word: string; distance: number } | undefined;
  for (const [i, one] of words.entries()) {
    const other = list.lower[i] ?? '';
    const allowed = mistakesAllowed(Math.max(lower.length, other.length));
    if (other[0] !== lower[0] || Math.abs(other.length - lower.length) > allowed) continue;
    // One mistake removes at most one letter and adds at most one. This excludes nearly every word.
    if (bitsIn(letters ^ (list.letters[i] ?? 0)) > 2 * allowed) continue;
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

/** The set of characters in a word as bits. Characters other than letters share bits with letters. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
