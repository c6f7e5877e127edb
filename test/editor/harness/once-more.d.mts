export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures?: readonly { readonly title: string; readonly file?: string }[];
  readonly unstable?: readonly string[];
}

export function onceMore(
  files: readonly string[],
  run: (some: readonly string[]) => Promise<Counts & { readonly failing?: readonly string[] }>,
  say?: (text: string) => void,
): Promise<Counts>;
