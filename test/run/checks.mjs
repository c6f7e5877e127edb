// What needs no run of the program: types, style, layers, and generated files that are as their sources make them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { add, none, skip } from './tally.mjs';

const bin = (file) => path.join(root, 'node_modules', file);
const tsc = bin('typescript/bin/tsc');

const checks = {
  'types of server and tests': [tsc, '-p', '.'],
  'types of the core, without Node': [tsc, '-p', 'server'],
  'types of the client': [tsc, '-p', 'client'],
  'style and layers': [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings'],
  'generated files': ['scripts/generate.mjs', '--check'],
  'texts and their translations': ['scripts/l10n.mjs'],
  'regular expressions in linear time': ['scripts/regular-expressions.mjs'],
};

function check(what, [script, ...args]) {
  if (!existsSync(path.resolve(root, script))) return skip(`${what}: no ${script}`);
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  console.log(`${status === 0 ? 'right' : 'WRONG'}: ${what}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
}

export default function run() {
  return Object.entries(checks).reduce((sum, [what, words]) => add(sum, check(what, words)), none);
}
