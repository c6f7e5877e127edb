// The globs of locations are of one form: folders, perhaps `**`, and a file ending. Matching them by hand also
// tells where the root is and what stands below the folder, which a general glob matcher does not.

interface Pattern {
  /** `.claude/agents` */
  readonly folders: readonly string[];
  readonly deep: boolean;
  readonly ending: string;
}

export interface Match {
  /** What stands before the location's folder, without a slash at its end; empty for a relative path. */
  readonly root: string;
  readonly below: string;
}

const patterns = new Map<string, Pattern>();

function patternOf(glob: string): Pattern {
  const known = patterns.get(glob);
  if (known) return known;
  const star = glob.lastIndexOf('*');
  const deep = glob.includes('/**/');
  const folder = glob.slice(0, glob.indexOf(deep ? '/**/' : '/*'));
  const pattern = { folders: expand(folder), deep, ending: glob.slice(star + 1) };
  patterns.set(glob, pattern);
  return pattern;
}

/** `a/{b,c}/d` stands for `a/b/d` and `a/c/d`. */
function expand(folder: string): string[] {
  const brace = /^(.*?)\{([^}]*)\}(.*)$/.exec(folder);
  if (!brace) return [folder];
  const [, before = '', choices = '', after = ''] = brace;
  return choices.split(',').flatMap((choice) => expand(before + choice + after));
}

/** The folders that a glob names, below the root: where a walk looks for files. */
export const foldersOf = (glob: string): readonly string[] => patternOf(glob).folders;

/** Null where `path` (with `/` between its parts) does not match. The innermost folder counts. */
export function matchGlob(glob: string, path: string): Match | null {
  const { folders, deep, ending } = patternOf(glob);
  if (!path.endsWith(ending)) return null;
  let best: Match | null = null;
  for (const folder of folders) {
    const at = `/${path}`.lastIndexOf(`/${folder}/`);
    if (at < 0) continue;
    const below = path.slice(at + folder.length + 1);
    if (!deep && below.includes('/')) continue;
    const root = path.slice(0, Math.max(0, at - 1));
    if (!best || root.length > best.root.length) best = { root, below };
  }
  return best;
}
