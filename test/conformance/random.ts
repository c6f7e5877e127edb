// Chance that can be had again: the same seed gives the same numbers everywhere.

export interface Dice {
  /** A whole number from 0 up to, and not, `below`. */
  readonly upTo: (below: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
  /** True once in `times`. */
  readonly once: (times: number) => boolean;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  // Marsaglia's xorshift after an increment, so that it never stays at zero.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
  const upTo = (below: number): number => next() % Math.max(1, below);
  return {
    upTo,
    of: (list) => {
      const chosen = list[upTo(list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    once: (times) => upTo(times) === 0,
  };
}
