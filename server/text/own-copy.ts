/**
 * The same text by itself. A part that was cut out of a text keeps the whole of it in memory: what is kept for long is
 * copied first. To cut something off, what was put together is written out anew.
 */
export const ownCopy = <T extends string | null>(text: T): T =>
  text === null || text.length === 0 ? text : (` ${text}`.slice(1) as T);
