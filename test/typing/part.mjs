// A few real files, typed as fast as the server answers, against the limits.
import { spawnSync } from 'node:child_process';
import { root } from '../../scripts/build/options.mjs';

export default function run() {
  const args = ['test/typing/run.mjs', '--gate', '--files', '10', '--delay', '0'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}
