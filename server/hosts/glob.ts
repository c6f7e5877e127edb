// The globs of locations are of one form: folders, perhaps `**`, and a file ending. Matching them by hand also
// tells where the root is and what stands below the folder, which a general glob matcher does not.

interface Pattern {
  /** `.claude/agents` */
  readonly folders: readonly string[];
  /** The same with a slash on either side, as they are looked for. */
  readonly sought: readonly string[];
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
  const folders = expandBraces(folder);
  const sought = folders.map((one) => `/${one}/`);
  const pattern = { folders, sought, deep, ending: glob.slice(star + 1) };
  patterns.set(glob, pattern);
  return pattern;
}

/** @returns `a/b/d` and `a/c/d` for `a/{b,c}/d`. */
export function expandBraces(glob: string): readonly string[] {
  const brace = /^(.*?)\{([^}]*)\}(.*)$/.exec(glob);
  if (!brace) return [glob];
  const [, before = '', choices = '', after = ''] = brace;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

/** The folders that a glob names, below the root: where a walk looks for files. */
export const foldersOf = (glob: string): readonly string[] => patternOf(glob).folders;

/** Null where `path` (with `/` between its parts) does not match. The innermost folder counts. */
export function matchGlob(glob: string, path: string): Match | null {
  if (!path.endsWith(endingOf(glob))) return null;
  const folder = folderOf(glob, parentOf(path));
  return folder && { root: folder.root, below: path.slice(folder.end) };
}

/** What the names of its files end with. */
export const endingOf = (glob: string): string => patternOf(glob).ending;

/** The folder of the glob that holds files of `parent`, a path with a slash at its end; null for none. */
export const folderOf = (glob: string, parent: string): Folder | null =>
  folderIn(patternOf(glob), parent);

/** The folder of a file, with a slash at its end. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export interface Folder {
  readonly root: string;
  /** Where it ends in the path, its last slash included. */
  readonly end: number;
}

function folderIn({ sought, deep }: Pattern, parent: string): Folder | null {
  let best: Folder | null = null;
  const whole = `/${parent}`;
  for (const folder of sought) {
    const at = whole.lastIndexOf(folder);
    const end = at + folder.length - 1;
    if (at < 0 || (!deep && end < parent.length)) continue;
    const root = parent.slice(0, Math.max(0, at - 1));
    if (!best || root.length > best.root.length) best = { root, end };
  }
  return best;
}
