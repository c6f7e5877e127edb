// `npm start -- --once`: what the README promises to someone who has just cloned the project.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';

export default function run() {
  const file = path.join(root, 'out/screenshots/start.png');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const args = ['scripts/start.mjs', '--once', file];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    timeout: 180000,
  });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const good = status === 0 && size > 10000;
  if (!good) console.error(`ended with ${status}; a picture of ${size} bytes`);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}
