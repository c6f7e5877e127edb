#!/usr/bin/env node
// Walks through a release: version, changelog, name, checks, packages; then states what a person has to do with which key.
//   node scripts/release.mjs --dry-run [--quick] [--out FOLDER]
// Sends nothing. --quick leaves out the tests. The packages are written to FOLDER (default: out/release).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/options.mjs';
import { addressOf } from './package/extension-page.mjs';
import { changelogOf, nameState, todo } from './package/release-steps.mjs';

const flag = { type: 'boolean', default: false };
const { values: asked } = parseArgs({
  options: { 'dry-run': flag, quick: flag, out: { type: 'string', default: 'out/release' } },
});
if (!asked['dry-run']) {
  console.error(
    'release: nothing is published by this script. Run it with --dry-run and follow what it prints.',
  );
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const { name, version, publisher } = manifest;
const out = path.resolve(root, asked.out);
const problems = [];

function run(what, program, args) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 100_000_000,
  });
  const last = `${stdout}${stderr}`.trimEnd().split('\n').at(-1) ?? '';
  console.log(`  ${status === 0 ? 'ok' : 'FAILED'}  ${what}: ${last.trim()}`);
  if (status !== 0) problems.push(`${what} failed.`);
  return stdout ?? '';
}

const node = (what, ...args) => run(what, process.execPath, args);

console.log(`1. Version\n  ${name} ${version}, publisher ${publisher}`);
const changed = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).stdout;
if (changed?.trim()) problems.push('There are changes that are not committed.');
const address = addressOf(manifest);
if (address === undefined)
  problems.push('package.json has no "repository": the stores show no pictures and no links.');
console.log(`  repository: ${address ?? 'not set'}`);

console.log('2. Changelog');
const changes = changelogOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
console.log(`  ${changes.what}`);
problems.push(...changes.problems);

console.log('3. Name');
const view = spawnSync('npm', ['view', name, 'name', 'repository.url', '--json'], {
  encoding: 'utf8',
  timeout: 20_000,
  shell: process.platform === 'win32',
});
const state = nameState(view, address);
console.log(`  ${name} on npm: ${state.what}`);
problems.push(...state.problems);

console.log('4. Checks');
node('translations', 'scripts/l10n.mjs', '--release');
run('types, style, generated files', 'npm', ['run', '--silent', 'check']);
if (asked.quick) console.log('  left out: npm test (--quick)');
else run('npm test', 'npm', ['test', '--silent']);

console.log('5. Packages, each made twice');
rmSync(out, { recursive: true, force: true });
// Apart: npm first writes a package under its own name, next to the wanted one.
const second = path.join(out, 'again');
mkdirSync(second, { recursive: true });
const files = ['npm', 'vsix'].map((target) => {
  const file = path.join(out, `${name}-${version}.${target === 'npm' ? 'tgz' : 'vsix'}`);
  const again = path.join(second, path.basename(file));
  for (const one of [file, again]) node(target, 'scripts/package.mjs', target, '--out', one);
  const [sum, other] = [file, again].map(digestOf);
  if (sum !== other) problems.push(`Two builds of ${target} differ.`);
  console.log(`  ${sum === other ? 'same bytes' : 'DIFFERENT BYTES'}  sha256 ${sum}`);
  return path.relative(root, file);
});

rmSync(second, { recursive: true, force: true });
console.log(`6. What a person has to do\n${todo({ name, version, files, address }).join('\n')}`);
if (problems.length > 0) {
  console.log(`\nNot ready:\n${problems.map((one) => `- ${one}`).join('\n')}`);
  process.exit(1);
}
console.log('\nReady. Nothing was sent.');

function digestOf(file) {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return 'none';
  }
}
