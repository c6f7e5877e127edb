import { spawnSync } from 'node:child_process';
import { root } from '../../scripts/build/options.mjs';

export default function run() {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  return { passed: built.status === 0 ? 1 : 0, failed: built.status === 0 ? 0 : 1, skipped: 0 };
}
