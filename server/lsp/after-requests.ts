// Work that waits until the requests that have already arrived are answered: an author waits for a completion, not
// for its squiggles.

import { type Clock, systemClock } from './clock';

type Run = () => void;

/** A browser worker has no setImmediate. */
const turn: (run: Run) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

/**
 * The connection handles one message a turn of the loop and writes its answer in the turn after: the third turn is
 * the first in which a request that came with a change is answered.
 */
const inTurns = (count: number, run: Run): unknown =>
  turn(count === 1 ? run : () => inTurns(count - 1, run));

/** Work that waits for a rest. */
interface Rest {
  /** Time of the last call. */
  since: number;
  run: Run;
  cancel: () => void;
}

export interface AfterRequests {
  /** Runs once, soon; a later call for the same key takes the place of one that still waits. */
  schedule(key: string, run: Run): void;
  /** Runs once the author rests for `ms` milliseconds; every later call for the same key begins the rest again. */
  atRest(key: string, run: Run, ms?: number): void;
  /** Nothing that waits for a rest is run any more. */
  stop(): void;
}

/** Shorter than a look away from the keys, longer than from one key to the next. */
const restMs = 120;

export function afterRequests(clock: Clock = systemClock): AfterRequests {
  const waiting = new Map<string, Run>();
  const resting = new Map<string, Rest>();
  const take = (key: string): void => {
    const run = waiting.get(key);
    waiting.delete(key);
    run?.();
  };
  /** A timer costs more than all else that a key in a prompt brings: one is set a rest, not one a key. */
  const wait = (key: string, rest: Rest, ms: number, left: number): void => {
    rest.cancel = clock.after(left, () => {
      const more = rest.since + ms - clock.now();
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
