// Characters in a word that make it another word to a program and look as if they did not.
import type { Outline } from '../agent/outline';
import type { Span } from '../text/span';

/** Spaces and marks that no editor shows, and that are part of a word to every program, except those that join letters. */
export const invisible =
  /(?![\u200c\u200d])\p{Cf}|[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
export const curlyQuote = /[\u2018-\u201f]/u;

/** Whether a word contains a character that the rule on such characters reports. */
export const hasInvisible = (word: string): boolean =>
  invisible.test(word) || curlyQuote.test(word);

/** The same of the word at a place: what a host does with the word follows from the character. */
export const hasInvisibleAt = (
  { text }: Outline,
  { span: { start, end } }: { readonly span: Span },
): boolean => hasInvisible(text.slice(start, end));

/** The word as it looks. */
export const withoutInvisible = (word: string): string =>
  [...word].filter((character) => !hasInvisible(character)).join('');
