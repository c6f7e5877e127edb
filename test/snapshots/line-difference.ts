// The lines in which two texts differ, as a person reads them: with the line before and the line after each change.

export type DiffLine = readonly [sign: ' ' | '-' | '+', line: string];

/** A row of `null` stands for unchanged lines that are not shown. Empty where the texts are the same. */
export function lineDifference(before: string, now: string): readonly (DiffLine | null)[] {
  const all = compared(before.split('\n'), now.split('\n'));
  const isNear = (at: number): boolean =>
    [at - 1, at, at + 1].some((one) => all[one] !== undefined && all[one][0] !== ' ');
  const rows: (DiffLine | null)[] = [];
  all.forEach((line, at) => {
    if (isNear(at)) rows.push(line);
    else if (rows.length > 0 && rows.at(-1) !== null) rows.push(null);
  });
  if (rows.at(-1) === null) rows.pop();
  return rows;
}

/** Every line of both: those that the texts share in their order, and the others where they are. */
function compared(before: readonly string[], now: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < Math.min(before.length, now.length) && before[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(before.length, now.length) - start;
  while (end < most && before.at(-1 - end) === now.at(-1 - end)) end++;
  const same = (line: string): DiffLine => [' ', line];
  return [
    ...before.slice(0, start).map(same),
    ...changed(before.slice(start, before.length - end), now.slice(start, now.length - end)),
    ...before.slice(before.length - end).map(same),
  ];
}

/** By the longest common subsequence. */
function changed(before: readonly string[], now: readonly string[]): readonly DiffLine[] {
  const width = now.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        before[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    const [old, fresh] = [before[i], now[j]];
    if (old !== undefined && old === fresh) {
      lines.push([' ', old]);
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(['-', old]);
      i++;
    } else if (fresh !== undefined) {
      lines.push(['+', fresh]);
      j++;
    }
  }
  return lines;
}
