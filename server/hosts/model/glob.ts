// Globs of locations have one form: folders, optionally `**` or, before a fixed file name, `*` or `{,*/}`, and the ending of the file name. Or
// the path of a single file, or its name alone. Unlike a general glob matcher, this one also returns the root before the folders and the path below them.

interface Pattern {
  /** `.claude/agents` */
  readonly folders: readonly string[];
  /** The folders with a slash on either side, to search a path for them. */
  readonly delimited: readonly string[];
  /** How many folders may be between them and the file: none, exactly one, at most one, or any number. */
  readonly depth: 'none' | 'one' | 'up to one' | 'any';
  readonly ending: string;
}

export interface GlobMatch {
  /** The path before the location's folder, without a slash at its end; empty for a relative path. */
  readonly root: string;
  readonly below: string;
}

const patterns = new Map<string, Pattern>();

function patternOf(glob: string): Pattern {
  const known = patterns.get(glob);
  if (known) return known;
  const { folder, depth, ending } = isSingleFile(glob) ? partsOfFile(glob) : partsOfMany(glob);
  const folders = expandBraces(folder);
  const delimited = folders.map((one) => (one === '' ? '/' : `/${one}/`));
  const pattern = { folders, delimited, depth, ending };
  patterns.set(glob, pattern);
  return pattern;
}

interface Parts extends Pick<Pattern, 'depth' | 'ending'> {
  readonly folder: string;
}

function partsOfFile(path: string): Parts {
  const name = path.lastIndexOf('/');
  if (name < 0) return { folder: '', depth: 'none', ending: path };
  return { folder: path.slice(0, name), depth: 'none', ending: path.slice(name) };
}

function partsOfMany(glob: string): Parts {
  const plain = glob.replace('/{,*/}', '/*/');
  const isDeep = plain.includes('/**/');
  const ending = plain.slice(plain.lastIndexOf('*') + 1);
  const one = plain === glob ? 'one' : 'up to one';
  return {
    folder: plain.slice(0, plain.indexOf(isDeep ? '/**/' : '/*')),
    depth: isDeep ? 'any' : ending.startsWith('/') ? one : 'none',
    ending,
  };
}

/** @returns `a/b/d` and `a/c/d` for `a/{b,c}/d`. */
export function expandBraces(glob: string): readonly string[] {
  const brace = /^([^{]*)\{([^}]*)\}(.*)$/.exec(glob);
  if (!brace) return [glob];
  const [, before = '', choices = '', after = ''] = brace;
  return choices.split(',').flatMap((choice) => expandBraces(before + choice + after));
}

const isSingleFile = (glob: string): boolean => !glob.includes('*');

/**
 * The folders of a glob, relative to the root, that contain its documents. None for the path of a single file, whose folder contains
 * much else.
 */
export const foldersOf = (glob: string): readonly string[] =>
  isSingleFile(glob) ? [] : patternOf(glob).folders;

/** The folders of a glob, relative to the root, in which a file may match. */
export const foldersBefore = (glob: string): readonly string[] => patternOf(glob).folders;

/** Null where `path` (separated by `/`) does not match. If several folders of the path match, the innermost counts. */
export function matchGlob(glob: string, path: string): GlobMatch | null {
  if (!path.endsWith(endingOf(glob))) return null;
  const folder = folderOf(glob, parentOf(path));
  return folder && { root: folder.root, below: path.slice(folder.end) };
}

/** The ending of the file names that match: `.agent.md`. */
export const endingOf = (glob: string): string => patternOf(glob).ending;

/** The folder of the glob that holds files of `parent`, a path with a slash at its end; null for none. */
export const folderOf = (glob: string, parent: string): Folder | null =>
  folderIn(patternOf(glob), parent);

/** The folder of a file, with a slash at its end. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

export interface Folder {
  readonly root: string;
  /** The offset in the path after the folder and its slash. */
  readonly end: number;
}

function folderIn({ delimited, depth }: Pattern, parent: string): Folder | null {
  let best: Folder | null = null;
  const whole = `/${parent}`;
  for (const folder of delimited) {
    const at = whole.lastIndexOf(folder);
    const end = at + folder.length - 1;
    if (at < 0 || !fits(depth, parent, end)) continue;
    const root = parent.slice(0, Math.max(0, at - 1));
    if (!best || root.length > best.root.length) best = { root, end };
  }
  return best;
}

/** @param end the offset in `parent` after the folders of the glob. */
const fits = (depth: Pattern['depth'], parent: string, end: number): boolean => {
  if (depth === 'any') return true;
  if (depth === 'none') return end >= parent.length;
  if (end >= parent.length) return depth === 'up to one';
  return parent.indexOf('/', end) === parent.length - 1;
};
