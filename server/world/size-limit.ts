// The size up to which files are read. Files that people write are far smaller; a larger one would block the server.

const mebibyte = 1024 * 1024;

/** Files that describe others, of which a project may contain many. */
const isDescription = /(?:^|[\\/])(?:SKILL\.md|(?:plugin|marketplace|package)\.json)$/;
const isConfiguration = /\.(?:jsonc?|toml|ya?ml)$/;

/** In bytes, by the name of the file. Agents may have the longest texts. */
export function sizeLimitOf(path: string): number {
  if (isDescription.test(path)) return 2 * mebibyte;
  return (isConfiguration.test(path) ? 8 : 16) * mebibyte;
}
