// Estimates the number of tokens of a text. Every model has its own tokenizer, so the result is never exact.
import { type Message, t } from '../text/message';

/** How the number is computed, to be shown with it. */
export const estimateMethod = (): Message => t('estimated from the number of characters');

/** The estimated tokens of `text`: one for four characters of Latin scripts, 0.8 for each character of other scripts. */
export function tokensIn(text: string): number {
  const others = text.match(notLatin) ?? [];
  const other = others.reduce((sum, part) => sum + part.length, 0);
  return Math.ceil((text.length - other) / 4 + other * 0.8);
}

const notLatin = /[^\0-\u024f]+/g;
