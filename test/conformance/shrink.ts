// Makes a text smaller while it still shows the same thing: whole lines first, then single characters.

/** Several shorter texts at a time: which of them still show it. */
export type StillShows = (texts: readonly string[]) => Promise<readonly boolean[]>;

const roundsAtMost = 60;

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
    const shorter = without(parts, run);
    const shown = await still(shorter.map((one) => one.join('')));
    const found = shorter.find((_, index) => shown[index]);
    if (found) parts = found;
    else if (run === 1) break;
    else run = Math.ceil(run / 2);
    run = Math.min(run, Math.max(1, parts.length));
  }
  return parts.join('');
}

const without = (parts: readonly string[], run: number): (readonly string[])[] =>
  Array.from({ length: Math.ceil(parts.length / run) }, (_, number) => [
    ...parts.slice(0, number * run),
    ...parts.slice((number + 1) * run),
  ]).filter((one) => one.length < parts.length);
