// Globs of locations have one form: folders, optionally `**`, and the ending of the file name. Unlike a general glob
// matcher, this one also returns the root before the folders and the path below them.

interface Pattern {
  /** `.claude/agents` */
  readonly folders: readonly string[];
  /** The folders with a slash on either side, to search a path for them. */
  readonly delimited: readonly string[];
  readonly deep: boolean;
  readonly ending: string;
  /** Results by the folder of a file. */
  readonly cache: Map<string, Folder | null>;
}

export interface Match {
  /** The path before the location's folder, without a slash at its end; empty for a relative path. */
  readonly root: string;
  readonly below: string;
}

const patterns = new Map<string, Pattern>();

/** Many files are in few folders. */
const maxFolders = 200;

function patternOf(glob: string): Pattern {
  const known = patterns.get(glob);
  if (known) return known;
  const star = glob.lastIndexOf('*');
  const deep = glob.includes('/**/');
  const folder = glob.slice(0, glob.indexOf(deep ? '/**/' : '/*'));
  const folders = expand(folder);
  const delimited = folders.map((one) => `/${one}/`);
  const pattern = { folders, delimited, deep, ending: glob.slice(star + 1), cache: new Map() };
  patterns.set(glob, pattern);
  return pattern;
}

/** Expands `a/{b,c}/d` to `a/b/d` and `a/c/d`. */
function expand(folder: string): string[] {
  const brace = /^(.*?)\{([^}]*)\}(.*)$/.exec(folder);
  if (!brace) return [folder];
  const [, before = '', choices = '', after = ''] = brace;
  return choices.split(',').flatMap((choice) => expand(before + choice + after));
}

/** The folders of a glob, relative to the root, in which files may match. */
export const foldersOf = (glob: string): readonly string[] => patternOf(glob).folders;

/** Null where `path` (separated by `/`) does not match. If several folders of the path match, the innermost counts. */
export function matchGlob(glob: string, path: string): Match | null {
  if (!path.endsWith(endingOf(glob))) return null;
  const pattern = patternOf(glob);
  const parent = parentOf(path);
  let folder = pattern.cache.get(parent);
  if (folder === undefined) {
    folder = folderIn(pattern, parent);
    if (pattern.cache.size >= maxFolders) pattern.cache.clear();
    pattern.cache.set(parent, folder);
  }
  return folder && { root: folder.root, below: path.slice(folder.end) };
}

/** The ending of the file names that match: `.agent.md`. */
export const endingOf = (glob: string): string => patternOf(glob).ending;

/**
 * The folder of the glob that the files of `parent` (a path with a slash at its end) are in; null if they are in none. Not
 * cached: callers cache the results of all globs for a folder together.
 */
export const folderOf = (glob: string, parent: string): Folder | null =>
  folderIn(patternOf(glob), parent);

let lastPath = '';
let lastParent = '';

/** The folder of a file, with a slash at its end. Cached for the last path: every location of every host needs it. */
export function parentOf(path: string): string {
  if (path !== lastPath) {
    lastPath = path;
    const end = path.lastIndexOf('/') + 1;
    // Files of a folder are visited one after the other, and comparing a string with itself takes no time.
    if (end !== lastParent.length || !path.startsWith(lastParent)) lastParent = path.slice(0, end);
  }
  return lastParent;
}

export interface Folder {
  readonly root: string;
  /** The offset in the path after the folder and its slash. */
  readonly end: number;
}

function folderIn({ delimited, deep }: Pattern, parent: string): Folder | null {
  let best: Folder | null = null;
  const whole = `/${parent}`;
  for (const folder of delimited) {
    const at = whole.lastIndexOf(folder);
    const end = at + folder.length - 1;
    if (at < 0 || (!deep && end < parent.length)) continue;
    const root = parent.slice(0, Math.max(0, at - 1));
    if (!best || root.length > best.root.length) best = { root, end };
  }
  return best;
}
