#!/usr/bin/env node
// Creates the initial files of a new rule or host and updates registries and pages:
//   npm run new-rule NAME
//   npm run new-host ID
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './build/options.mjs';
import { filesOf } from './templates.mjs';

const [kind, name] = process.argv.slice(2);
if (!['rule', 'host'].includes(kind) || name === undefined) {
  console.error('npm run new-rule NAME, or npm run new-host ID');
  process.exit(2);
}

let files;
try {
  files = filesOf(kind, root, name);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const taken = Object.keys(files).filter((file) => existsSync(path.join(root, file)));
if (taken.length > 0) {
  console.error(`There is a ${taken.join(', ')} already. Nothing was written.`);
  process.exit(1);
}
for (const [file, text] of Object.entries(files)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}
const run = (...words) =>
  spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status;
let status = run('scripts/generate.mjs');
if (status === 0 && kind === 'rule')
  status = run('scripts/snapshots.mjs', '--update', `rules/examples/${name}.txt`);
const next = { rule: `rules/${name} rules/example`, host: `hosts/${name}` };
if (status === 0) console.log(`Test it: node test/run.mjs unit ${next[kind]}`);
process.exit(status ?? 1);
