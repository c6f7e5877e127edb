// Whether the pattern of a path rule matches a path in the project: as in a `.gitignore`, so that one without a slash matches at any depth
// and a folder covers what is in it. Letter case does not count.
import type { RuleList } from '../settings/permissions';

/**
 * Whether a path leads to something in the project. False for one that has `.`, `..` or empty parts, which callers resolve, and for
 * one with a backslash, which separates folders only on Windows.
 */
export const isInProject = (path: string): boolean =>
  !/^~|^[a-z]:|\\|(?:^|\/)\.{0,2}(?:\/|$)/i.test(path);

/**
 * @param path relative to the project. Null where that is not known: see below.
 * @param list `src/**` is for the folder `src`: at any depth in a rule that denies or asks, and only in the project itself in one that
 *   allows.
 */
export function matchesPath(pattern: string, path: string, list: RuleList): boolean | null {
  // Absolute paths and those of the home folder depend on the machine. What "!" does was not asked.
  if (/^(?:\/\/|~|!)/.test(pattern)) return null;
  // A backslash, or a class that JavaScript may read in another way.
  if (/[[\\]/.test(pattern.replaceAll(plainClass, ''))) return null;
  const written = pattern.replace(/^\.\//, '');
  const folder = /^(.*[^/])\/\*\*$/s.exec(written)?.[1];
  const meant = list === 'allow' ? folder?.replace(/^\/?/, '/') : folder;
  return formOf(meant ?? written)?.test(path) ?? null;
}

/** A class such as `[a-c]`, which JavaScript reads in the same way. */
const plainClass = /\[[\w-]+\]/g;

/** The folder in which everything is that matches: `src` for `src/*.ts`. Empty for the project itself. */
export const folderOf = (pattern: string): string =>
  /^(?:\.?\/)?((?:[^*?[\]/]+\/)*)/.exec(pattern)?.[1]?.replace(/\/$/, '') ?? '';

const parts = /(?<![^/])\*\*\/|\/\*\*$|\*+|\?|\[[\w-]+\]|[^\w/]/g;

/** Null for a class whose range is reversed, such as `[z-a]`. */
function formOf(pattern: string): RegExp | null {
  const isAnchored = pattern.slice(0, -1).includes('/');
  const isFolder = /(?<!\*\*)\/$/.test(pattern);
  const written = pattern.replace(/^\//, '').replace(/\/$/, '');
  const source = written.replaceAll(parts, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '/**') return '/.+';
    if (/^\*+$/.test(part)) return '[^/]*';
    if (part === '?') return '[^/]';
    return part.length > 1 ? part : `\\${part}`;
  });
  try {
    return new RegExp(
      `^${isAnchored ? '' : '(?:.*/)?'}${source}${isFolder ? '/.*' : '(?:/.*)?'}$`,
      'i',
    );
  } catch {
    return null;
  }
}

/** What Claude Code does with a change of a file in the project that a rule, or the mode "acceptEdits", allows. */
export type Protection = 'none' | 'asks' | 'unknown';

/** Files that it asks about all the same. Which other hidden files these are was not asked. */
export function protectionOf(path: string): Protection {
  if (/^\.(?:vscode|idea|claude)\/|(?:^|\/)\.git\/|^\.(?:bashrc|gitconfig|mcp\.json)$/.test(path))
    return 'asks';
  const hidden = path.split('/').filter((part) => part.startsWith('.'));
  return hidden.every((part) => part === '.env' || part === '.github') ? 'none' : 'unknown';
}
