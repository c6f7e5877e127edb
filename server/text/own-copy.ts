/**
 * The same text by itself. A part that was cut out of a text keeps the whole of it in memory: what is kept for long is
 * copied first.
 */
export const ownCopy = <T extends string | null>(text: T): T =>
  text === null || text.length === 0 ? text : (` ${text}`.slice(1) as T);
