// A sample that is the same for the same seed.
import { grouped } from './grouped.mjs';

/** Numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * As many items of each room as possible: a small room gives all it has, the others share the rest. In the order of the items.
 * @param count of all rooms together.
 */
export function sampleByRoom(items, roomOf, count, seed) {
  const random = numbersFrom(seed);
  const byRoom = [...grouped(items, roomOf).values()].sort((a, b) => a.length - b.length);
  const chosen = new Set();
  byRoom.forEach((room, index) => {
    const share = Math.ceil((count - chosen.size) / (byRoom.length - index));
    for (const item of shuffled(room, random).slice(0, share)) chosen.add(item);
  });
  return items.filter((item) => chosen.has(item));
}

function shuffled(items, random) {
  const all = [...items];
  for (let end = all.length - 1; end > 0; end--) {
    const other = Math.floor(random() * (end + 1));
    [all[end], all[other]] = [all[other], all[end]];
  }
  return all;
}
