import { spawnSync } from 'node:child_process';

/**
 * @param root of the project.
 * @returns the paths of files that differ from the branch upstream, or from the last commit where there is none. New and deleted
 *   files are among them.
 * @throws if Git is missing or this is not a repository.
 */
export function changedFiles(root) {
  const git = (...words) => {
    const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
    return status === 0 ? stdout : undefined;
  };
  const base = git('merge-base', 'HEAD', '@{upstream}')?.trim() ?? 'HEAD';
  const changed = git('diff', '--name-only', '--no-renames', '-z', base, '--');
  const added = git('ls-files', '--others', '--exclude-standard', '-z');
  if (changed === undefined || added === undefined)
    throw new Error('Git does not list the changed files. Run "npm test" instead.');
  return [...new Set(`${changed}${added}`.split('\0').filter((file) => file !== ''))];
}
