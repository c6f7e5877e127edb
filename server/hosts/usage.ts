// How often authors write what a host knows, counted over real files by scripts/usage.mjs. It decides the order of
// completions and nothing else.
export interface Usage {
  /** By field: the number of files that have it. */
  readonly fields: Readonly<Record<string, number>>;
  /** By field: the number of files that hold a value, a list item or a key of a map in it. */
  readonly values: Readonly<Record<string, Counts>>;
  /** By field whose value is a list, by word in it: in how many files each other word is in the same list. */
  readonly together: Readonly<Record<string, Readonly<Record<string, Counts>>>>;
}

type Counts = Readonly<Record<string, number>>;

/** Of a field. 0 where no file was seen to have it. */
export const usesOfField = (usage: Usage | undefined, field: string): number =>
  numberIn(usage?.fields, field);

/** Of a word in a field. 0 where no file was seen to hold it. */
export const usesOfValue = (usage: Usage | undefined, field: string, word: string): number =>
  usage && Object.hasOwn(usage.values, field) ? numberIn(usage.values[field], word) : 0;

/**
 * How likely a word belongs into a list that holds `others`, to be compared with that of other words: the number of files that
 * hold it, times the mean share (geometric) of its lists that hold each of the others.
 */
export function usesAmong(
  usage: Usage | undefined,
  field: string,
  word: string,
  others: readonly string[],
): number {
  const uses = usesOfValue(usage, field, word);
  const together =
    usage && Object.hasOwn(usage.together, field) ? usage.together[field] : undefined;
  const beside = together && Object.hasOwn(together, word) ? together[word] : undefined;
  let likely = uses;
  for (const other of others)
    if (usesOfValue(usage, field, other) > 0)
      likely *= ((numberIn(beside, other) + unseen) / (uses + 1)) ** (1 / others.length);
  return likely;
}

/** A pair that was never counted is seldom, not impossible. */
const unseen = 0.5;

/** Every word that files were seen to hold in a field. */
export const wordsInUse = (usage: Usage | undefined, field: string): readonly string[] =>
  usage && Object.hasOwn(usage.values, field) ? Object.keys(usage.values[field] ?? {}) : [];

const numberIn = (counts: Counts | undefined, key: string): number =>
  counts && Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;
