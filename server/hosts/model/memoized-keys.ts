import { memoize } from '../../text/memoize';

export { memoize } from '../../text/memoize';

/** The keys of a table, the same list each time. */
export const keysOf = memoize((table: object): readonly string[] => Object.keys(table));
