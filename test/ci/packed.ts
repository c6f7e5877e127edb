// The npm package, made once, unpacked and installed in an empty folder without the network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Packed {
  /** The tarball. */
  readonly file: string;
  /** Its files: the tree of a release. */
  readonly release: string;
  /** A folder in which it is installed. */
  readonly installed: string;
  end(): void;
}

export function must(program: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

export function packed(): Packed {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-packed-'));
  const file = path.join(folder, 'dossier.tgz');
  must(process.execPath, ['scripts/package.mjs', 'npm', '--no-build', '--out', file], '.');
  const [release, installed] = ['release', 'installed'].map((one) => path.join(folder, one)) as [
    string,
    string,
  ];
  for (const one of [release, installed]) mkdirSync(one);
  must('tar', ['-xzf', file, '--strip-components=1', '-C', release], folder);
  writeFileSync(path.join(installed, 'package.json'), '{ "private": true }');
  must('npm', ['install', '--offline', '--no-audit', '--no-fund', file], installed);
  return { file, release, installed, end: () => rmSync(folder, { recursive: true, force: true }) };
}
