// The plugin around a file, by the manifests that a host reads.

/** What is known of the disk. */
export interface ManifestDisk {
  /** Whether a file exists. Needed for plugins, which are recognized by their manifest. */
  readonly has?: (path: string) => boolean;
  /** Like the function `folderWith`, with a cache. */
  readonly folderWith?: (file: string, path: string) => string | null;
}

/** The nearest parent folder of `path` that has one of the files; null if there is none. */
export function manifestAround(
  path: string,
  files: readonly string[],
  { has, folderWith: cached }: ManifestDisk,
): string | null {
  let nearest: string | null = null;
  for (const file of files) {
    const root = cached ? cached(file, path) : has ? folderWith(file, path, has) : null;
    if (root === null || isOfOtherFolder(root, file, files)) continue;
    if (nearest === null || root.length > nearest.length) nearest = root;
  }
  return nearest;
}

/**
 * Whether `plugin.json` in this folder is the manifest of the folder around it, `.github/plugin/plugin.json`, or no manifest: hidden
 * folders are no plugins.
 */
export function isOfOtherFolder(root: string, file: string, files: readonly string[]): boolean {
  if (file.includes('/')) return false;
  if (root.startsWith('.', root.lastIndexOf('/') + 1)) return true;
  return files.some((other) => other !== file && `/${root}/${file}`.endsWith(`/${other}`));
}

/** The nearest parent folder of `path` that contains `file`; null if there is none. */
export function folderWith(
  file: string,
  path: string,
  has: (path: string) => boolean,
): string | null {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const root = path.slice(0, at);
    if (has(root === '' ? file : `${root}/${file}`)) return root;
  }
  return !path.startsWith('/') && has(file) ? '' : null;
}
