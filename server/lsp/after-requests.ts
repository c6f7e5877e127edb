// Work that waits until the requests that have already arrived are answered: an author waits for a completion, not
// for its squiggles.

type Run = () => void;

/** A browser worker has no setImmediate. */
const turn: (run: Run) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

export interface AfterRequests {
  /** Runs once, soon; a later call for the same key takes the place of one that still waits. */
  schedule(key: string, run: Run): void;
}

export function afterRequests(): AfterRequests {
  const waiting = new Map<string, Run>();
  const take = (key: string): void => {
    const run = waiting.get(key);
    waiting.delete(key);
    run?.();
  };
  return {
    schedule(key, run) {
      const isNew = !waiting.has(key);
      waiting.set(key, run);
      // The connection handles one message a turn, and asks for its next turn after ours: two turns let it go first.
      if (isNew) turn(() => turn(() => take(key)));
    },
  };
}
