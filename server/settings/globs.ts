// Globs of a configuration file. They are relative to its folder; a name without a slash matches files of that name in
// any folder.
import picomatch from 'picomatch/posix';

/** Whether a path is below `folder` and matches one of the globs. */
export function matcherOf(folder: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs.map(rooted), { dot: true });
  return (path) =>
    path.startsWith(`${folder}/`) && matches(path.slice(folder.length + 1).replaceAll('\\', '/'));
}

/** `fixtures/` matches all files in that folder, and `*.draft.md` matches such files in any folder. */
function rooted(glob: string): string {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return glob.includes('/') ? clean : `**/${clean}`;
}
