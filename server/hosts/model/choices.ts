import { memoize } from '../../text/memoize';
import type { Choice } from './type';

/** The words of choices that completion offers and messages name, without those that are deprecated. */
export const wordsOf = memoize((choices: readonly Choice[]): readonly string[] =>
  choices.filter((choice) => !choice.deprecated).map((choice) => choice.value),
);
