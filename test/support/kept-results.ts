// The results that one run of the command line leaves for the next.
import type { ResultStore } from '../../server/world/file-system';

/** A store that keeps in memory what was written last. */
export function keptResults(): ResultStore {
  let stored: string | null = null;
  return {
    read: () => stored,
    write(_, text) {
      stored = text;
      return null;
    },
  };
}
