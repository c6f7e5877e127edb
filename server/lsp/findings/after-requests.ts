// Defers work until the requests that have already arrived are answered, because completion is more urgent
// than diagnostics.

type Run = () => void;

/** Web workers have no `setImmediate`. */
const turn: (run: Run) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

/**
 * The connection handles one message in each turn of the event loop and writes its answer in the next one. A
 * request that arrived together with a change is therefore answered in the third turn at the earliest.
 */
const inTurns = (count: number, run: Run): unknown =>
  turn(count === 1 ? run : () => inTurns(count - 1, run));

/** Work that waits until typing pauses. */
interface Rest {
  /** Time of the last call. */
  since: number;
  run: Run;
  cancel: () => void;
}

export interface AfterRequests {
  /** Runs `run` once, soon. A later call for the same key replaces one that is still waiting. */
  schedule(key: string, run: Run): void;
  /** Runs `run` once after `ms` milliseconds without another call for the same key. */
  atRest(key: string, run: Run, ms?: number): void;
  /** Cancels all work that waits for a pause. */
  stop(): void;
}

/** Milliseconds: longer than the interval between two keystrokes, but short enough to appear immediate. */
const restMs = 120;

export function afterRequests(clock: Clock = systemClock): AfterRequests {
  const waiting = new Map<string, Run>();
  const resting = new Map<string, Rest>();
  const take = (key: string): void => {
    const run = waiting.get(key);
    waiting.delete(key);
    run?.();
  };
  /**
   * Sets one timer for each pause instead of one for each keystroke, because a timer costs more than all
   * other work for a keystroke in the prompt.
   */
  const wait = (key: string, rest: Rest, ms: number, left: number): void => {
    rest.cancel = clock.after(left, () => {
      // Never longer than asked for, even if the time of the computer was set back.
      const more = Math.min(ms, rest.since + ms - clock.now());
      if (more > 0) return wait(key, rest, ms, more);
      resting.delete(key);
      rest.run();
    });
  };
  return {
    schedule(key, run) {
      const isNew = !waiting.has(key);
      waiting.set(key, run);
      if (isNew) inTurns(3, () => take(key));
    },
    atRest(key, run, ms = restMs) {
      const since = clock.now();
      const known = resting.get(key);
      if (known) {
        known.since = since;
        known.run = run;
        return;
      }
      const rest: Rest = { since, run, cancel: () => undefined };
      resting.set(key, rest);
      wait(key, rest, ms, ms);
    },
    stop() {
      for (const { cancel } of resting.values()) cancel();
      resting.clear();
    },
  };
}

// A clock that is passed in so that tests can control the time.

export interface Clock {
  /** Returns milliseconds since an arbitrary start. Can jump when the time of the computer is set. */
  readonly now: () => number;
  /** @returns A function that cancels the timer. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  // Not the clock of `performance`, which Node loads at its first use, before the first diagnostics are sent.
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
