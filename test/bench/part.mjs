import { spawnSync } from 'node:child_process';
import { root } from '../../scripts/build/options.mjs';

export default function run() {
  const args = ['test/bench/run.mjs', '--gate', '--out', 'out/bench/result.json'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}
