// Invisible or ambiguous characters, which make a word different for a program although it looks the same.
import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';

/** Spaces and format characters that editors do not show, except those that join letters. */
export const invisible =
  /(?![\u200c\u200d])\p{Cf}|[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
export const curlyQuote = /[\u2018-\u201f]/u;

/** Whether a word contains a character that invisible-character reports. */
export const hasInvisible = (word: string): boolean =>
  invisible.test(word) || curlyQuote.test(word);

/** The same for the text at a span. */
export const hasInvisibleAt = (
  { text }: Outline,
  { span: { start, end } }: { readonly span: Span },
): boolean => hasInvisible(text.slice(start, end));

/** The word without such characters. */
export const withoutInvisible = (word: string): string =>
  [...word].filter((character) => !hasInvisible(character)).join('');
