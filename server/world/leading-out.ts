// Which symbolic links to files are not read. A repository of others may contain a link to any file of the user, and findings quote
// what they are about.
import { dirname, resolve, sep } from 'node:path';
import type { UnreadFile } from '../text/file-text';
import { t } from '../text/message';
import { isLinkGuarded, realPathGuarded, statGuarded } from './guarded-disk';
import { homeFolder } from './home-folder';
import { isIn } from './is-in';

/** What people share between projects, and seldom a secret. */
const isMarkdown = (path: string): boolean => /\.mdc?$/i.test(path);

/**
 * Why the file at a path is not read; null if it may be. Programs load agents and skills behind any link, so Markdown is read wherever it
 * is. Any other file must be in the same repository as the path, or where there is none in the same project. What is in the folders of
 * programs in the home folder is the user's own, and tools that manage it make links to anywhere.
 */
export function leadingOut(file: string): UnreadFile | null {
  // Of these a link to their folder is no matter, and there may be thousands.
  if (isMarkdown(file) && !isLinkGuarded(file)) return null;
  const path = resolve(file);
  const real = realPathGuarded(path);
  // Opening it reports what else is wrong.
  if (real === null || real === path || !isRegular(real)) return null;
  if (isMarkdown(path) && isMarkdown(real)) return null;
  const repository = repositoryOf(path);
  const own = ofProgram(path);
  const project = dirname(own);
  const home = homeFolder();
  const isUsers = home !== undefined && project === resolve(home) && own !== path;
  if (isUsers && (!repository || isIn(own, repository))) return null;
  if (isIn(real, realPathGuarded(repository ?? project))) return null;
  return {
    problem: 'unreadable',
    message: t(
      'The symbolic link leads to "{target}", outside of the project, and is not read. Copy the file into the project.',
      { target: real.replaceAll('\\', '/') },
    ),
  };
}

function isRegular(path: string): boolean {
  const stats = statGuarded(path);
  return typeof stats === 'object' && stats.isFile();
}

/** The last folder or file of a program in a path: `/w/.claude` for `/w/.claude/settings.json`. The path itself where it has none. */
function ofProgram(path: string): string {
  const parts = path.split(sep);
  const at = parts.findLastIndex((part) => part.startsWith('.'));
  return at < 0 ? path : parts.slice(0, at + 1).join(sep);
}

function repositoryOf(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (statGuarded(`${folder}/.git`) !== 'absent') return folder;
  return undefined;
}
