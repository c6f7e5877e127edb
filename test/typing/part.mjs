// A few real files, typed as fast as the server answers, against the limits.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { skip } from '../run/tally.mjs';

export default function run() {
  if (!existsSync(path.join(root, '../shared/corpus/index.json')))
    return skip('there are no real files to type beside the project');
  const args = ['test/typing/run.mjs', '--gate', '--files', '10', '--delay', '0'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}
