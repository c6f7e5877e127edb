// Globs of a configuration file. They begin in its folder; a name without a slash stands for every file of that name.
import picomatch from 'picomatch/posix';

/** Whether a path lies below `folder` and one of the globs means it. */
export function matcherOf(folder: string, globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs.map(rooted), { dot: true });
  return (path) =>
    path.startsWith(`${folder}/`) && matches(path.slice(folder.length + 1).replaceAll('\\', '/'));
}

/** `fixtures/` means what lies in it, `*.draft.md` such a file in any folder. */
function rooted(glob: string): string {
  const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '/**');
  return glob.includes('/') ? clean : `**/${clean}`;
}
