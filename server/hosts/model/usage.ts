// How often authors use fields and values, counted over real files by scripts/usage.mjs. Used only for the order of
// completions.
export interface Usage {
  /** By field: the number of files that have it. */
  readonly fields: Readonly<Record<string, number>>;
  /** By field and word: the number of files in which the word is a value, a list item or a map key of the field. */
  readonly values: Readonly<Record<string, Counts>>;
  /** By list field and word: for each other word, the number of files that have both in one list. */
  readonly together: Readonly<Record<string, Readonly<Record<string, Counts>>>>;
}

type Counts = Readonly<Record<string, number>>;

/** The number of counted files that have the field. */
export const fieldUseCount = (usage: Usage | undefined, field: string): number =>
  countOf(usage?.fields, field);

/** The number of counted files that have the word in the field. */
export const valueUseCount = (usage: Usage | undefined, field: string, word: string): number =>
  usage && Object.hasOwn(usage.values, field) ? countOf(usage.values[field], word) : 0;

/**
 * A score for how likely a word belongs in a list with `others`: the number of files with the word, times the geometric mean
 * of the shares of its lists that contain each of the others. Only comparable with the scores of other words.
 */
export function likelihoodAmong(
  usage: Usage | undefined,
  field: string,
  word: string,
  others: readonly string[],
): number {
  const uses = valueUseCount(usage, field, word);
  const together =
    usage && Object.hasOwn(usage.together, field) ? usage.together[field] : undefined;
  const counts = together && Object.hasOwn(together, word) ? together[word] : undefined;
  let score = uses;
  for (const other of others)
    if (valueUseCount(usage, field, other) > 0)
      score *= ((countOf(counts, other) + uncounted) / (uses + 1)) ** (1 / others.length);
  return score;
}

/** Added to every count, because a pair that was never counted is rare but not impossible. */
const uncounted = 0.5;

/** All words that were counted in a field. */
export const usedWords = (usage: Usage | undefined, field: string): readonly string[] =>
  usage && Object.hasOwn(usage.values, field) ? Object.keys(usage.values[field] ?? {}) : [];

const countOf = (counts: Counts | undefined, key: string): number =>
  counts && Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;
