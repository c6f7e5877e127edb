#!/usr/bin/env node
// Makes the VSIX: node scripts/package.mjs [--no-build] [--out FILE]
// What goes in stands in "files" of package.json. Fails when the package is larger than an author should wait for.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/options.mjs';

const limit = 1024 * 1024;
// Fetched when it is wanted: as a dependency it would be most of what `npm ci` brings.
const vsce = '@vscode/vsce@3.9.2';

const { values: asked } = parseArgs({
  options: { 'no-build': { type: 'boolean', default: false }, out: { type: 'string' } },
});
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(root, asked.out ?? `${name}-${version}.vsix`);

function run(program, ...args) {
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!asked['no-build']) run(process.execPath, 'scripts/build.mjs');
run(
  'npx',
  '--yes',
  vsce,
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '--out',
  file,
);

const { size } = statSync(file);
console.log(`${path.relative(root, file)}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`package: over ${limit / 1024} KB`);
  process.exit(1);
}
