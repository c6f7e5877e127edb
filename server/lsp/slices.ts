// Work that is done bit by bit, so that no message waits for it longer than a moment.

export interface Slices {
  readonly add: (work: () => void) => void;
  /** One by one, as they come. */
  readonly addEach: <T>(items: Iterable<T>, work: (item: T) => void) => void;
  /** What was not begun is left undone. */
  readonly clear: () => void;
}

/** A slice lasts no longer than this, or than its longest piece. */
const sliceMs = 2;

/** From its arrival to its answer a message takes some turns of the loop: it is not to wait for a slice in each. */
const turnsBetween = 5;

/** A browser's worker has no setImmediate. */
const turn: (run: () => void) => unknown =
  typeof setImmediate === 'function' ? (run) => setImmediate(run) : (run) => setTimeout(run, 0);

const inTurns = (count: number, run: () => void): unknown =>
  turn(count === 1 ? run : () => inTurns(count - 1, run));

/** @param fault is told what a piece of work throws; the others go on. */
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
