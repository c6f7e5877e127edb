export interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly { readonly title: string; readonly message: string }[];
  readonly skips: readonly string[];
  readonly unstable: readonly string[];
}
export function judged(counted: Counted): Counted;
export function closing(counted: Counted): string;
