// A clock that advances only when a test advances it.
import type { Clock } from '../../server/lsp/findings/after-requests';

export interface FakeClock extends Clock {
  /** Runs the timers that are due in the meantime, in order. */
  readonly pass: (ms: number) => void;
}

export function fakeClock(): FakeClock {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((one) => one !== timer);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((one) => one !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
  };
}
