// A clock that is passed in so that tests can control the time.
export interface Clock {
  /** Returns milliseconds since an arbitrary start. */
  readonly now: () => number;
  /** @returns A function that cancels the timer. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
