export function addressOf(manifest: {
  readonly repository?: string | { readonly url: string };
}): string | undefined;
export function forExtensionPage(markdown: string, address: string | undefined): string;
