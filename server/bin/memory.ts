// A walk over thousands of files leaves behind what it read, until memory runs short: of itself the program would keep it
// for as long as the editor is open.
import { performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Less is not worth the moment that it takes. Bytes. */
const much = 64 * 2 ** 20;
/** V8 gives back the room for what is new only where little came in the last five seconds. */
const restS = 6;
/** Whoever works more than this share of a second would feel it. */
const atRest = 0.02;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Gives back what is not in use any more, as soon as nobody has asked for anything for a while. */
export function giveBackMemory(): void {
  clearTimeout(waiting);
  let rested = 0;
  let before = performance.eventLoopUtilization();
  const look = (): void => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    rested = utilization > atRest ? 0 : rested + 1;
    if (rested < restS) wait();
    else if (getHeapStatistics().total_heap_size >= much) collectGarbage()?.();
  };
  const wait = (): void => {
    waiting = setTimeout(look, 1_000);
    waiting.unref();
  };
  wait();
}

/** V8 has it for those who ask by a flag; undefined in a version that does not give it any more. */
function collectGarbage(): (() => void) | undefined {
  setFlagsFromString('--expose-gc');
  try {
    const found: unknown = runInNewContext('typeof gc === "function" ? gc : undefined');
    return found as (() => void) | undefined;
  } finally {
    setFlagsFromString('--no-expose-gc');
  }
}
