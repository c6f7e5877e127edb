// Time, handed in so that tests can say what the time is.
export interface Clock {
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** @returns what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
