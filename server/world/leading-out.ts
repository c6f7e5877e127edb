// Which symbolic links to files are not read. A repository of others may contain a link to any file of the user, and findings quote
// what they are about.
import { dirname, resolve, sep } from 'node:path';
import type { UnreadFile } from '../text/file-text';
import { t } from '../text/message';
import { realPathGuarded, statGuarded } from './guarded-disk';
import { homeFolder, workingFolder } from './home-folder';
import { isIn } from './is-in';

/** What people share between projects, and seldom a secret. */
const isMarkdown = (path: string): boolean => /\.mdc?$/i.test(path);

/**
 * Why the file behind a link is not read; null if it may be. Programs load agents and skills behind any link, so Markdown is read
 * wherever it is. Any other file must be in the repository of the link, or in the working folder or the home folder that contains it.
 * What is in the folders of programs in the home folder is the user's own, and tools that manage it make links to anywhere.
 */
export function leadingOut(link: string): UnreadFile | null {
  const real = realPathGuarded(link);
  // Opening it reports what else is wrong.
  if (real === null || !isRegular(real) || (isMarkdown(link) && isMarkdown(real))) return null;
  const path = resolve(link);
  const home = homeFolder();
  const repository = repositoryOf(path);
  const own = home === undefined ? null : hiddenFolderIn(resolve(home), path);
  if (own !== null && (!repository || isIn(own, repository))) return null;
  const around = [workingFolder(), home].find((one) => one && isIn(path, resolve(one)));
  if (isIn(real, realPathGuarded(repository ?? around ?? dirname(path)))) return null;
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

/** `~/.claude` for a path below it. */
function hiddenFolderIn(home: string, path: string): string | null {
  if (!isIn(path, home)) return null;
  const [name = ''] = path.slice(home.length + 1).split(sep);
  return name.startsWith('.') ? `${home}${sep}${name}` : null;
}

function repositoryOf(path: string): string | undefined {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder))
    if (statGuarded(`${folder}/.git`) !== 'absent') return folder;
  return undefined;
}
