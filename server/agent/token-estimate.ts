// How many tokens a text is, roughly. Every model cuts text in its own way; nothing here claims to be exact.

/** For the reader of a number: how it came about. */
export const estimateMethod = 'an estimate from the number of characters';

/**
 * Tokens of `text`, estimated: words and runs of punctuation weigh by their length in Latin scripts, every
 * character of other scripts counts.
 */
export function tokensIn(text: string): number {
  let latin = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x250) latin++;
    else other++;
  }
  return Math.ceil(latin / 4 + other * 0.8);
}
