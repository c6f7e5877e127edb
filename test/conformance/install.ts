// The hosts' programs, each in a folder of its own in the user's cache, never in the project.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Package } from './oracle';

/** Where what is installed and unpacked is kept from run to run. */
export const cache = path.join(
  process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
  'dossier/conformance',
);

/**
 * The folder that holds the packages in `node_modules`; installs what is not there yet.
 * @param isFetching whether the version `latest` is installed again, because it may be another one by now.
 */
export function installed(packages: readonly Package[], isFetching = false): string {
  const [first] = packages;
  if (!first) throw new Error('nothing to install');
  const folder = path.join(
    cache,
    `${first.name.replaceAll(/[@/]+/g, '-').replace(/^-/, '')}@${first.version}`,
  );
  const done = path.join(folder, '.done');
  if (isFetching && first.version === 'latest') rmSync(folder, { recursive: true, force: true });
  const hasAll = packages.every(({ name }) => existsSync(path.join(folder, 'node_modules', name)));
  if (existsSync(done) && hasAll) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  const wanted = packages.map(({ name, version }) => `${name}@${version}`);
  console.error(`installing ${wanted.join(' ')} into ${folder}`);
  const npm = spawnSync(
    'npm',
    ['install', '--force', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...wanted],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (npm.status !== 0) throw new Error(`npm could not install ${wanted.join(' ')}`);
  writeFileSync(done, '');
  return folder;
}
