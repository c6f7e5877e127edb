/** @returns absolute paths, and by path what is wrong with the file. */
export function makeWorkspace(
  root: string,
  count: number,
  seed?: number,
): {
  readonly files: readonly string[];
  readonly faults: Readonly<Record<string, readonly string[]>>;
};
