// Characters that no reader sees or tells apart, and that are part of a word to every program.

/** Spaces and marks that no editor shows; less those that join letters. */
export const invisible =
  /(?![\u200c\u200d])\p{Cf}|[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
export const curlyQuote = /[\u2018-\u201f]/u;

/** Whether a word contains a character that the rule on such characters reports. */
export const hasInvisible = (word: string): boolean =>
  invisible.test(word) || curlyQuote.test(word);

/** The word as it looks. */
export const withoutInvisible = (word: string): string =>
  [...word].filter((character) => !hasInvisible(character)).join('');
