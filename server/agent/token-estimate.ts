// Estimates the number of tokens of a text. Every model has its own tokenizer, so the result is never exact.
import { t } from '../text/l10n';

/** How the number is computed, to be shown with it. */
export const estimateMethod = (): string => t('estimated from the number of characters');

/** The estimated tokens of `text`: one for four characters of Latin scripts, 0.8 for each character of other scripts. */
export function tokensIn(text: string): number {
  let latin = 0;
  let other = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x250) latin++;
    else other++;
  }
  return Math.ceil(latin / 4 + other * 0.8);
}
