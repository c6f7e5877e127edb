// Makes a text smaller while it still shows the same thing: whole lines first, then single characters.

/** Several shorter texts at a time: which of them still show it. */
export type StillShows = (texts: readonly string[]) => Promise<readonly boolean[]>;

const roundsAtMost = 200;
const atOnce = 8;

export async function shrink(text: string, still: StillShows): Promise<string> {
  const byLines = await cutDown(text.split(/(?<=\n)/), still);
  const byChars = byLines.length > 4000 ? byLines : await cutDown([...byLines], still);
  return byChars;
}

/** Leaves out runs of parts, long runs first, until no single part can go. */
async function cutDown(all: readonly string[], still: StillShows): Promise<string> {
  let parts = all;
  let run = Math.ceil(parts.length / 2);
  for (let round = 0; round < roundsAtMost && parts.length > 0; round++) {
    const found = await firstShowing(without(parts, run), still);
    if (found) parts = found;
    else if (run === 1) break;
    else run = Math.ceil(run / 2);
    run = Math.min(run, Math.max(1, parts.length));
  }
  return parts.join('');
}

/** Asked a few at a time: the first that shows it is good enough. */
async function firstShowing(
  candidates: readonly (readonly string[])[],
  still: StillShows,
): Promise<readonly string[] | undefined> {
  for (let from = 0; from < candidates.length; from += atOnce) {
    const few = candidates.slice(from, from + atOnce);
    const shown = await still(few.map((one) => one.join('')));
    const found = few.find((_, index) => shown[index]);
    if (found) return found;
  }
  return undefined;
}

const without = (parts: readonly string[], run: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(parts.length / run) }, (_, number) => [
    ...parts.slice(0, number * run),
    ...parts.slice((number + 1) * run),
  ]).filter((one) => one.length < parts.length);
