// Asks the git that is installed. Only the command line does, and only when it is told to.
import { spawnSync } from 'node:child_process';

/** What a question to git came to. */
export interface GitAnswer {
  /** 0 where it went well. */
  readonly code: number;
  readonly out: string;
  /** What git says of its failure. */
  readonly err: string;
}

export type Git = (args: readonly string[]) => GitAnswer;

const missing = 127;
/** Lists of changed files, not their contents. */
const maxBuffer = 256 * 1024 * 1024;

/** Git in a folder; it writes nothing, and starts no program that a repository names to watch its files. */
export const gitIn =
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
    if (error) return { code: missing, out: '', err: `git cannot be run: ${error.message}` };
    return { code: status ?? missing, out: stdout, err: stderr.trim() };
  };
