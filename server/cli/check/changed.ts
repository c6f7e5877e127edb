// Finds the files that have changed according to git, for use in pull requests and before a commit.

import { type Io, UsageError, type World } from '../io';

export const changedFlags = { changed: { type: 'string' } } as const;

export const changedUsage = `  --changed [BASE]     check only files changed since BASE (default: the merge base with the default branch)`;

/**
 * Returns the arguments with the optional value of `--changed` joined to the flag, empty if there is none. The argument
 * after the flag is its value unless it is an existing path.
 */
export function joinedChanged(argv: readonly string[], world: World): readonly string[] {
  const at = argv.indexOf('--changed');
  const end = argv.indexOf('--');
  if (at < 0 || (end >= 0 && end < at)) return argv;
  const next = argv[at + 1];
  const isBase = next !== undefined && !next.startsWith('-') && !world.has(next);
  return [
    ...argv.slice(0, at),
    `--changed=${isBase ? next : ''}`,
    ...argv.slice(at + (isBase ? 2 : 1)),
  ];
}

export interface Changed {
  /** Returns whether the file at this absolute path has changed. */
  has(path: string): boolean;
  /** The base of the comparison, for messages. */
  readonly since: string;
}

/**
 * Finds the files in the working tree that differ from the base, and untracked files.
 * @throws UsageError
 */
export function changedFiles(base: string, { cwd }: World, { git }: Io): Changed {
  if (!git)
    throw new UsageError(
      '--changed requires git, which is not available here. Install it, or name the files instead.',
    );
  const ask = (...args: readonly string[]): string | null => {
    const { code, out } = git(args);
    return code === 0 ? out.trim() : null;
  };
  const { code, out, err } = git(['rev-parse', '--show-prefix']);
  if (code !== 0)
    throw new UsageError(
      /not a git repository/i.test(err)
        ? '--changed requires a git repository, but this folder is not in one. Name the files instead.'
        : `--changed: ${err}`,
    );
  const prefix = out.trim();
  const root = prefix === '' ? cwd : cwd.slice(0, -prefix.length);
  const { commit, since } = baseOf(base, ask);
  const list = (args: readonly string[]): readonly string[] => {
    const answer = git(args);
    if (answer.code !== 0) throw new UsageError(`--changed: ${answer.err}`);
    return answer.out.split('\0').filter((path) => path !== '');
  };
  // Git prints paths relative to the root of the repository, not to the working folder.
  const paths = new Set(
    [
      ...list([
        'diff',
        '--name-only',
        '--no-relative',
        '--no-ext-diff',
        '--no-textconv',
        // Git would run in each submodule, with the settings of that repository.
        '--ignore-submodules=all',
        '--diff-filter=d',
        '-z',
        commit,
        '--',
      ]),
      ...list(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']),
    ].map((path) => `${root.replace(/\/$/, '')}/${path}`),
  );
  return { has: (path) => paths.has(path), since };
}

/** Before the first commit there is no HEAD, so all files count as new. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const defaultBranches = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

interface Base {
  readonly commit: string;
  readonly since: string;
}

/** Compares with the merge base, as pull requests do, so that later commits on the base branch are not included. */
function baseOf(base: string, ask: (...args: readonly string[]) => string | null): Base {
  const commitOf = (name: string): string | null =>
    ask('rev-parse', '--verify', '--quiet', `${name}^{commit}`);
  if (base !== '') {
    const commit = base.startsWith('-') ? null : commitOf(base);
    if (commit === null)
      throw new UsageError(
        `--changed: unknown git revision "${base}"; it may be missing from a shallow clone. Fetch it, or use another revision.`,
      );
    return { commit: ask('merge-base', commit, 'HEAD') ?? commit, since: base };
  }
  if (commitOf('HEAD') === null) return { commit: emptyTree, since: 'the beginning' };
  for (const branch of defaultBranches) {
    const commit = commitOf(branch) && ask('merge-base', branch, 'HEAD');
    if (commit) return { commit, since: branch.replace(/^refs\/(?:heads|remotes)\//, '') };
  }
  return { commit: 'HEAD', since: 'the last commit' };
}
