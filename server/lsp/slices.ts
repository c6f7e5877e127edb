// Runs work in short slices so that no message has to wait long for it.

export interface Slices {
  readonly add: (work: () => void) => void;
  /** Items are read from the iterable one at a time, when they are processed. */
  readonly addEach: <T>(items: Iterable<T>, work: (item: T) => void) => void;
  /** Drops all work that has not started. */
  readonly clear: () => void;
}

/** Maximum duration of a slice in milliseconds. A single long item may exceed it. */
const sliceMs = 2;

/**
 * A message takes several turns of the event loop from arrival to answer. Slices are spaced out so that it
 * does not wait for one in each turn.
 */
const turnsBetween = 5;

/** Web workers have no `setImmediate`. */
const turn: (run: () => void) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

const inTurns = (count: number, run: () => void): unknown =>
  turn(count === 1 ? run : () => inTurns(count - 1, run));

/** @param fault Receives errors thrown by work items. The remaining items still run. */
export function slices(fault: (error: unknown) => void): Slices {
  const queue: Iterator<() => void>[] = [];
  let isTurning = false;

  const run = (): void => {
    const until = performance.now() + sliceMs;
    do {
      const [next] = queue;
      if (!next) break;
      try {
        const { done, value } = next.next();
        if (done) queue.splice(queue.indexOf(next), 1);
        else value();
      } catch (error) {
        fault(error);
      }
    } while (performance.now() < until);
    isTurning = queue.length > 0;
    if (isTurning) inTurns(turnsBetween, run);
  };
  const begin = (pieces: Iterator<() => void>): void => {
    queue.push(pieces);
    if (isTurning) return;
    isTurning = true;
    turn(run);
  };
  return {
    add: (work) => begin([work].values()),
    addEach: (items, work) => begin(each(items, work)),
    clear: () => void queue.splice(0),
  };
}

function* each<T>(items: Iterable<T>, work: (item: T) => void): Generator<() => void> {
  for (const item of items) yield () => work(item);
}
