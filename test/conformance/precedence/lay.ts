// Creates the files of a case on disk: a repository, a home folder next to it, and the parent folder.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type PrecedenceCase, textOf } from './case';

export interface Laid {
  readonly root: string;
  readonly home: string;
  readonly project: string;
  /** Where the host is started. */
  readonly start: string;
  readonly plugins: readonly string[];
  readonly remove: () => void;
}

export interface Laying {
  /**
   * The file that comes first; those before it come last. This reveals a program that depends on the order of the directory.
   */
  readonly first: number;
  /** Each file leaves a mark in the agent. */
  readonly marks: boolean;
  /** The folder of the home that replaces `~/.config`, for a host that accepts one. */
  readonly config?: string;
}

/** A disk in memory lists what came last first; others sort by numbers of their own. */
const memory = '/dev/shm';

export function lay({ files, start }: PrecedenceCase, { first, marks, config }: Laying): Laid {
  const base = existsSync(memory) ? memory : tmpdir();
  const root = realpathSync(mkdtempSync(path.join(base, 'dossier-precedence-')));
  const [home, project] = [path.join(root, 'home'), path.join(root, 'above/project')];
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const folder of [home, path.join(project, start), path.join(project, '.git/objects')])
    mkdirSync(folder, { recursive: true });
  mkdirSync(path.join(project, '.git/refs/heads'), { recursive: true });
  put(path.join(project, '.git/HEAD'), 'ref: refs/heads/main\n');
  put(path.join(project, '.git/config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n');
  const plugins = [
    ...new Set(files.flatMap(({ path: file }) => /^(plug[^/]*)\//.exec(file)?.[1] ?? [])),
  ];
  for (const name of plugins)
    put(
      path.join(project, name, '.claude-plugin/plugin.json'),
      JSON.stringify({ name, version: '1.0.0', description: 'd' }),
    );
  for (const file of [...files.slice(first), ...files.slice(0, first)])
    put(at(file.path, { home, project, config }), textOf(file, marks));
  return {
    ...{ root, home, project, start: path.join(project, start) },
    plugins: plugins.map((name) => path.join(project, name)),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }),
  };
}

const at = (
  file: string,
  { home, project, config }: { home: string; project: string; config: string | undefined },
): string => {
  if (!file.startsWith('~/')) return path.join(project, file);
  const below = file.slice(2);
  return path.join(home, config ? below.replace(/^\.config\//, `${config}/`) : below);
};
