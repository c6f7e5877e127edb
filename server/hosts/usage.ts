// How often authors write what a host knows, counted over real files by scripts/usage.mjs. It decides the order of
// completions and nothing else.
export interface Usage {
  /** By field: the number of files that have it. */
  readonly fields: Readonly<Record<string, number>>;
  /** By field: the number of files that hold a value, a list item or a key of a map in it. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Of a field. 0 where no file was seen to have it. */
export const usesOfField = (usage: Usage | undefined, field: string): number =>
  numberIn(usage?.fields, field);

/** Of a word in a field. 0 where no file was seen to hold it. */
export const usesOfValue = (usage: Usage | undefined, field: string, word: string): number =>
  usage && Object.hasOwn(usage.values, field) ? numberIn(usage.values[field], word) : 0;

/** Every word that files were seen to hold in a field. */
export const wordsInUse = (usage: Usage | undefined, field: string): readonly string[] =>
  usage && Object.hasOwn(usage.values, field) ? Object.keys(usage.values[field] ?? {}) : [];

const numberIn = (counts: Readonly<Record<string, number>> | undefined, key: string): number =>
  counts && Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;
