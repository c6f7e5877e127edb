#!/usr/bin/env node
// Makes a package: node scripts/package.mjs [vsix | npm] [--no-build] [--draft] [--out FILE] [--stage FOLDER]
//   vsix (default)  the extension; its contents are listed under "files" in package.json
//   npm             the command line, the server, the library and the plugin; its contents are in package/npm.mjs
// Fails if the package exceeds its size limit, or if a translation is missing; --draft, for tests, accepts that. With --stage the
// files are only copied to FOLDER.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build/options.mjs';
import { stageNpm } from './package/npm.mjs';
import { stage } from './package/stage.mjs';

// The server is included twice: for Node, and in one file for browsers, whose workers load no other file. Each host adds about
// 10 KB: its declarations, its page, and its texts in five languages. The parser of TOML, for Codex, adds 20 KB to each of the two.
// Agents in JSON files add 12 KB, those of Kiro 8 KB and tables and providers in
// configurations 12 KB. The texts in five languages and the pages of the rules are 40 % of it. The account of conversions, what an
// agent can do and the texts of both add 45 KB. The tools for models, with the library of their protocol, add 90 KB, and
// hook files and servers, with what each program makes of them, 60 KB. Settings of Gemini CLI, Qwen Code and Codex, and manifests and
// marketplaces of plugins, 80 KB. Four earlier versions of Claude Code, rules and servers of Qwen Code, servers of VS Code and of the
// standard for plugins, 25 KB. Settings of repositories for Copilot CLI, limits under a wrong key, and what the standard for plugins
// requires where a program differs, 14 KB. The guards of a project, plugins and commands of VS Code, URLs as programs parse them, and
// scripts and matchers of hooks, 30 KB.
const vsixLimit = 2400 * 1024;
// The bundles of the command line and the server, the library once more in one file for browsers, and the hook in one for the plugin,
// which programs copy alone: a third each.
const npmLimit = 2140 * 1024;
// Packages of one commit have the same bytes, so every file has this time, which is the one that npm uses.
const time = '499162500';
// Installed on demand, because as a dependency it would be most of what `npm ci` installs.
const vsce = '@vscode/vsce@3.9.2';

const {
  values: asked,
  positionals: [target = 'vsix'],
} = parseArgs({
  allowPositionals: true,
  options: {
    'no-build': { type: 'boolean', default: false },
    draft: { type: 'boolean', default: false },
    out: { type: 'string' },
    stage: { type: 'string' },
  },
});
if (!['vsix', 'npm'].includes(target)) {
  console.error(`package: unknown package "${target}". Use vsix or npm.`);
  process.exit(1);
}
const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const ending = target === 'npm' ? 'tgz' : 'vsix';
const file = path.resolve(root, asked.out ?? `${name}-${version}.${ending}`);

function run(program, args, { cwd = root, quiet = false } = {}) {
  const { status } = spawnSync(program, args, {
    cwd,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, SOURCE_DATE_EPOCH: time },
  });
  return status ?? 1;
}

function must(status) {
  if (status !== 0) process.exit(status);
}

if (target === 'vsix' && !asked.draft && asked.stage === undefined)
  must(run(process.execPath, ['scripts/l10n.mjs', '--release']));
if (!asked['no-build']) must(run(process.execPath, ['scripts/build.mjs', '--quiet']));
const folder = asked.stage ?? mkdtempSync(path.join(tmpdir(), 'dossier-stage-'));
mkdirSync(folder, { recursive: true });
if (target === 'npm') await stageNpm(root, folder);
else stage(root, folder);
if (asked.stage !== undefined) process.exit(0);

const pack = {
  vsix: () =>
    run(
      'npx',
      [
        ...['--yes', vsce, 'package', '--out', file],
        ...['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
      ],
      { cwd: folder },
    ),
  npm: () => {
    const to = path.dirname(file);
    const status = run(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', to, folder],
      {
        quiet: true,
      },
    );
    if (status === 0) renameSync(path.join(to, `${name}-${version}.tgz`), file);
    return status;
  },
};
const packed = pack[target]();
rmSync(folder, { recursive: true, force: true });
must(packed);

const { size } = statSync(file);
const limit = target === 'npm' ? npmLimit : vsixLimit;
console.log(`${path.relative(root, file)}: ${(size / 1024).toFixed(0)} KB`);
if (size > limit) {
  console.error(`package: over ${limit / 1024} KB`);
  process.exit(1);
}
