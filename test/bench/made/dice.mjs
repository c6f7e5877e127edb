// Chance that can be had again: the same seed makes the same bytes everywhere.
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return ((word ^ (word >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 up to, and not, `below`. */
    upTo: (below) => Math.floor(next() * below),
    of: (list) => list[Math.floor(next() * list.length)],
    /** True in so many of a hundred. */
    percent: (share) => next() * 100 < share,
    /** Between the given quantiles, `[[share, value], ...]` from 0 to 1, in straight lines. */
    between(quantiles) {
      const at = next();
      const above = quantiles.findIndex(([share]) => share >= at);
      const [highShare, high] = quantiles[above];
      const [lowShare, low] = quantiles[Math.max(0, above - 1)];
      if (highShare === lowShare) return high;
      return Math.round(low + ((high - low) * (at - lowShare)) / (highShare - lowShare));
    },
  };
}
