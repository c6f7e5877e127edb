export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function onceMore(
  files: readonly string[],
  run: (some: readonly string[]) => Promise<Counts & { readonly failing?: readonly string[] }>,
  say?: (text: string) => void,
): Promise<Counts>;
