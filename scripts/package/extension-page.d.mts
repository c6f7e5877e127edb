export function addressOf(manifest: {
  readonly repository?: string | { readonly url: string };
}): string | undefined;
export function linksOf(manifest: {
  readonly repository?: string | { readonly url: string };
}): object;
export function forExtensionPage(markdown: string, address?: string): string;
