// Characters in a word that make it another word to a program and look as if they did not.
import type { Outline } from '../agent/outline';
import type { Span } from '../text/span';

/** Spaces and marks that no editor shows, and that are part of a word to every program, except those that join letters. */
export const unseen =
  /(?![\u200c\u200d])\p{Cf}|[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
export const curly = /[\u2018-\u201f]/u;

/** The word has such a character, which one rule reports: what a host does with the word follows from it. */
export function hasInvisible({ text }: Outline, { span: { start, end } }: { span: Span }): boolean {
  const word = text.slice(start, end);
  return unseen.test(word) || curly.test(word);
}
