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
