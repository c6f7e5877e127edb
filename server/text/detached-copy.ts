/**
 * A copy of the string that does not keep a longer one in memory: in V8, a slice references the whole string it was cut from.
 * For strings that are stored for a long time.
 */
export const detachedCopy = <T extends string | null>(text: T): T =>
  text === null || text.length === 0 ? text : (` ${text}`.slice(1) as T);
