// A small repository on the disk, with agents in nested folders.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const cli = path.resolve('dist/cli.js');

export const good = '---\nname: reviewer\ndescription: Reviews changes.\n---\nYou review.\n';
export const stops = '---\ndescription: Plans.\ncolor: yellow\n---\nYou plan.\n';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Repository {
  readonly folder: string;
  run(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Ran;
  end(): void;
}

export const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** A new repository in which these files are added, and none is committed. */
export function repository(files: Readonly<Record<string, string>>): Repository {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-ci-'));
  const run: Repository['run'] = (program, args, env = {}) => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    return { code: status, out: stdout, err: stderr };
  };
  for (const [file, text] of Object.entries(files)) {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  run('git', ['init', '-q']);
  run('git', ['add', '-A']);
  return { folder, run, end: () => rmSync(folder, { recursive: true, force: true }) };
}
