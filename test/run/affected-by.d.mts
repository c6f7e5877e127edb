export interface Bundle {
  readonly tests: readonly string[];
  readonly inputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string }[] }>
  >;
  readonly textOf: (file: string) => string;
}
export function affectedBy(changed: readonly string[], bundle: Bundle): readonly string[];
