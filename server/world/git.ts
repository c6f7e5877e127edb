// Runs the installed git. Used only by the command line, for options that need it.
import { spawnSync } from 'node:child_process';

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

/** Settings with which git runs no hook or monitor that a repository configures, and fetches nothing. */
const harmless = [
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'protocol.allow=never'],
];

type Variables = Readonly<Record<string, string>>;

/** Runs git in a folder, without optional locks and without programs that the repository configures. */
export function createGit(folder: string): Git {
  const run = (args: readonly string[], variables: Variables): GitResult => {
    const { status, stdout, stderr, error } = spawnSync(
      'git',
      ['-C', folder, ...harmless, ...args],
      {
        encoding: 'utf8',
        maxBuffer,
        env: {
          ...process.env,
          ...variables,
          GIT_OPTIONAL_LOCKS: '0',
          GIT_NO_LAZY_FETCH: '1',
          LC_ALL: 'C',
        },
      },
    );
    if (error)
      return {
        code: notFound,
        out: '',
        err: `Git cannot be run: ${error.message}`,
      };
    return { code: status ?? notFound, out: stdout, err: stderr.trim() };
  };
  let withoutFilters: Variables | undefined;
  return (args) => {
    withoutFilters ??= variablesWithoutFilters(run(listFilters, {}).out);
    return run(args, withoutFilters);
  };
}

const listFilters = ['config', '--name-only', '-z', '--get-regexp', '^filter\\.'];

/**
 * To compare a file whose time has changed, git passes it through the filters that its attributes name, which are programs. Without
 * them such a file may count as changed although only its stored form differs. Variables can set a filter of any name, unlike
 * arguments, where the first `=` ends the name.
 * @param names the names of all settings of filters, each followed by NUL.
 */
function variablesWithoutFilters(names: string): Variables {
  const keys = names.split('\0').filter((key) => /\.(?:clean|smudge|process|required)$/.test(key));
  const first = Number(process.env['GIT_CONFIG_COUNT'] ?? 0) || 0;
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(first + keys.length) };
  keys.forEach((key, index) => {
    variables[`GIT_CONFIG_KEY_${first + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${first + index}`] = key.endsWith('.required') ? 'false' : '';
  });
  return variables;
}
