interface Result {
  readonly what: string;
  readonly problems: readonly string[];
}
export function changelogOf(text: string, version: string): Result;
export function nameState(
  view: { readonly status: number | null; readonly stdout?: string; readonly stderr?: string },
  address?: string,
): Result;
export function todo(release: {
  readonly name: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly address: string | undefined;
}): readonly string[];
