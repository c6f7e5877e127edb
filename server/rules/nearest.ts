// Did you mean: the nearest of some words, or none.

/** Same letters, whatever the case, hyphens and underscores. */
export const sameWord = (a: string, b: string): boolean => folded(a) === folded(b);

const folded = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '');

/** The nearest of `words`, when a slip of the finger explains the difference. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const same = words.find((one) => one !== word && sameWord(one, word));
  if (same !== undefined) return same;
  const allowed = word.length < 5 ? 1 : 2;
  let best: { word: string; distance: number } | undefined;
  for (const one of words) {
    if (Math.abs(one.length - word.length) > allowed) continue;
    const distance = editDistance(word.toLowerCase(), one.toLowerCase());
    if (distance > 0 && distance <= allowed && (!best || distance < best.distance))
      best = { word: one, distance };
  }
  return best?.word;
}

/** Letters added, left out, changed, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const width = b.length + 1;
  const table = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i++) table[i * width] = i;
  for (let j = 0; j <= b.length; j++) table[j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      table[i * width + j] = least;
    }
  }
  return at(a.length, b.length);
}
