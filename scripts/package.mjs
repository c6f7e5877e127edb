#!/usr/bin/env node
// Makes the VSIX: node scripts/package.mjs [--no-build] [--draft] [--out FILE]
// The contents are listed under "files" in package.json. Fails if the package exceeds the size limit, or if a translation is
// missing; --draft, for tests, accepts that.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/options.mjs';
import { stage } from './package/stage.mjs';

// The server is included twice: for Node, and in one file for browsers, whose workers load no other file. Each host adds about
// 10 KB: its declarations, its page, and its texts in five languages. The parser of TOML, for Codex, adds 20 KB to each of the two.
// Agents in JSON files add 12 KB, those of Kiro 8 KB and tables and providers in
// configurations 12 KB. The texts in five languages and the pages of the rules are 40 % of it. The account of conversions, what an
// agent can do and the texts of both add 45 KB. The tools for models, with the library of their protocol, add 90 KB.
const limit = 2100 * 1024;
// Installed on demand, because as a dependency it would be most of what `npm ci` installs.
const vsce = '@vscode/vsce@3.9.2';

const { values: asked } = parseArgs({
  options: {
    'no-build': { type: 'boolean', default: false },
    draft: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.resolve(root, asked.out ?? `${name}-${version}.vsix`);

function run(program, args, cwd = root) {
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status ?? 1;
}

function must(status) {
  if (status !== 0) process.exit(status);
}

if (!asked.draft) must(run(process.execPath, ['scripts/l10n.mjs', '--release']));
if (!asked['no-build']) must(run(process.execPath, ['scripts/build.mjs']));
const folder = mkdtempSync(path.join(tmpdir(), 'dossier-stage-'));
stage(root, folder);
const packed = run(
  'npx',
  [
    ...['--yes', vsce, 'package', '--out', file],
    ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
  ],
  folder,
);
rmSync(folder, { recursive: true, force: true });
must(packed);

const { size } = statSync(file);
console.log(`${path.relative(root, file)}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`package: over ${limit / 1024} KB`);
  process.exit(1);
}
