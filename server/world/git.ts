// Runs the installed git. Used only by the command line, for options that need it.
import { spawnSync } from 'node:child_process';
import { t } from '../text/l10n';

/** The result of a git command. */
export interface GitResult {
  /** The exit code; 0 on success. */
  readonly code: number;
  readonly out: string;
  /** The error output. */
  readonly err: string;
}

export type Git = (args: readonly string[]) => GitResult;

/** The exit code of a shell for a missing program. */
const notFound = 127;
/** Bytes. The output consists of lists of changed files, not of their contents. */
const maxBuffer = 256 * 1024 * 1024;

/** Runs git in a folder, without optional locks and without the file system monitor that a repository may configure. */
export const createGit =
  (folder: string): Git =>
  (args) => {
    const { status, stdout, stderr, error } = spawnSync(
      'git',
      ['-C', folder, '-c', 'core.fsmonitor=false', ...args],
      {
        encoding: 'utf8',
        maxBuffer,
        env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      },
    );
    if (error)
      return {
        code: notFound,
        out: '',
        err: t('Git cannot be run: {error}', { error: error.message }),
      };
    return { code: status ?? notFound, out: stdout, err: stderr.trim() };
  };
