// The page of an installed extension: VS Code removes the addresses of pictures and links that are not on the web.

/**
 * @param manifest `package.json` as an object.
 * @returns the address of the repository on the web, without a slash at the end; undefined if the manifest names none.
 */
export function addressOf({ repository }) {
  const url = typeof repository === 'string' ? repository : repository?.url;
  return url?.replace(/^git\+/, '').replace(/(?:\.git)?\/?$/, '');
}

/** @returns the keys of a manifest that follow from the address of the repository; none without one. */
export function linksOf(manifest) {
  const address = addressOf(manifest);
  return address === undefined
    ? {}
    : {
        repository: { type: 'git', url: `git+${address}.git` },
        homepage: `${address}#readme`,
        bugs: { url: `${address}/issues` },
      };
}

const isRelative = (target) => !/^(?:[a-z][a-z\d+.-]*:|#)/i.test(target);

/**
 * @param address of the repository, as `addressOf` returns it.
 * @returns the page with relative links and pictures as addresses in the repository. Without an address, pictures are removed and links
 *   are plain text.
 */
export function forExtensionPage(markdown, address) {
  const page = (target) => `${address}/blob/HEAD/${target}`;
  const raw = (target) => `${address}/raw/HEAD/${target}`;
  const withPictures = address
    ? markdown
        .replaceAll(/(!\[[^\]]*\]\()([^)]+)\)/g, (whole, before, target) =>
          isRelative(target) ? `${before}${raw(target)})` : whole,
        )
        .replaceAll(/\b(src|srcset)="([^"]+)"/g, (whole, name, target) =>
          isRelative(target) ? `${name}="${raw(target)}"` : whole,
        )
    : markdown
        .replaceAll(/^<picture>[\s\S]*?^<\/picture>\n+/gm, '')
        .replaceAll(/^!\[[^\]]*\]\(([^)]+)\)\n+/gm, (whole, target) =>
          isRelative(target) ? '' : whole,
        );
  return withPictures.replaceAll(/(?<!!)\[([^\]]+)\]\(([^)]+)\)/g, (whole, text, target) => {
    if (!isRelative(target)) return whole;
    return address ? `[${text}](${page(target)})` : text;
  });
}
