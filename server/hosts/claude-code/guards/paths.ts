// Whether the pattern of a path rule matches a path in the project: as in a `.gitignore`, so that one without a slash matches at any depth
// and a folder covers what is in it. Letter case does not count.

/** @param path relative to the project. Null where that is not known: see below. */
export function matchesPath(pattern: string, path: string): boolean | null {
  // Absolute paths and those of the home folder depend on the machine. What "!" does was not asked.
  if (/^(?:\/\/|~|!)/.test(pattern)) return null;
  return formOf(pattern.replace(/^\.\//, '')).test(path);
}

/** The folder in which everything is that matches: `src` for `src/*.ts`. Empty for the project itself. */
export const folderOf = (pattern: string): string =>
  /^(?:\.?\/)?((?:[^*?[\]/]+\/)*)/.exec(pattern)?.[1]?.replace(/\/$/, '') ?? '';

function formOf(pattern: string): RegExp {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const isFolder = pattern.endsWith('/');
  const written = pattern.replace(/^\//, '').replace(/\/$/, '');
  const source = written.replaceAll(/\*\*\/|\/\*\*$|\*\*|\*|\?|\[[^\]]+\]|[^\w/]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '/**') return '/.+';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.length > 1 ? part : `\\${part}`;
  });
  return new RegExp(
    `^${isAnchored ? '' : '(?:.*/)?'}${source}${isFolder ? '/.*' : '(?:/.*)?'}$`,
    'i',
  );
}
