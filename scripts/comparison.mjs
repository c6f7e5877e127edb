#!/usr/bin/env node
// Compares what linters report about agent files with what the programs themselves did with these files, and writes
// docs/comparison.md:
//   DOSSIER_CORPUS=FOLDER node scripts/comparison.mjs      (after a build; Linux only, because it opens a VS Code)
// The folder contains `index.json` and `verdicts.json`, in which each program's own answer is recorded.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import { parseDocument } from 'yaml';
import { installedPeers } from '../test/bench/peers.mjs';
import { startServer } from '../test/editor/harness/server.mjs';
import { openWindow } from '../test/editor/harness/window.mjs';
import { root } from './build/options.mjs';
import { resourcesOf } from './resources.mjs';

const { corpus } = resourcesOf(root);
const cli = path.join(root, 'dist/cli.js');
/** The ids of programs by the names of the corpus. Cursor reads no YAML, so no JSON Schema applies to its files. */
const programs = {
  claude: 'claude-code',
  copilot: 'copilot-cli',
  opencode: 'opencode',
  gemini: 'gemini-cli',
  qwen: 'qwen-code',
};
const mistaken = [
  '.claude/agents/refactorer.md',
  '.claude/agents/docs-writer.md',
  '.claude/agents/onboarding-guide.md',
  '.github/agents/security-auditor.agent.md',
  '.opencode/agent/migration-planner.md',
];
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

function output(command, args, cwd) {
  const options = { cwd, encoding: 'utf8', maxBuffer: 1 << 30 };
  const { stdout, error } = spawnSync(command, args, options);
  if (error) throw error;
  return stdout;
}

/** Each file in a folder of its own, at its path in its repository; those of plugins with a manifest. */
function placed(folder) {
  const answers = readJson(path.join(corpus, 'verdicts.json')).files;
  const files = readJson(path.join(corpus, 'index.json')).files.flatMap((one) => {
    const answer = answers[one.file]?.[one.host];
    const isLoaded = answer?.loaded ?? answer?.accepted;
    const isKnown = one.tier !== 'loose' && isLoaded !== undefined && one.host in programs;
    return isKnown ? [{ ...one, isLoaded, program: programs[one.host] }] : [];
  });
  return files.map((one, index) => {
    const own = path.join(folder, String(index));
    const disk = path.join(own, one.path);
    const text = readFileSync(path.join(corpus, one.file), 'utf8');
    mkdirSync(path.dirname(disk), { recursive: true });
    writeFileSync(disk, text);
    if (one.tier === 'plugin') {
      const manifest = path.join(own, one.path.split(/(?:^|\/)agents\//)[0], '.claude-plugin');
      mkdirSync(manifest, { recursive: true });
      writeFileSync(path.join(manifest, 'plugin.json'), '{"name":"p"}\n');
    }
    return { ...one, disk, text };
  });
}

/** By path, the severities that a tool reports. */
function reportedBy(folder, found) {
  const all = new Map();
  for (const [file, severity] of found) {
    const disk = path.resolve(folder, file);
    all.set(disk, [...(all.get(disk) ?? []), severity]);
  }
  return (disk, severities) =>
    (all.get(disk) ?? []).some((severity) => severities.includes(severity));
}

const dossierOn = (folder) =>
  reportedBy(
    folder,
    JSON.parse(
      output(process.execPath, [cli, 'check', '--format', 'json', '.'], folder),
    ).findings.map(({ file, severity }) => [file, severity]),
  );

const agnixOn = ({ command: [program] }, folder) =>
  reportedBy(
    folder,
    JSON.parse(output(program, ['--format', 'json', '.'], folder)).diagnostics.map(
      ({ file, level }) => [file, level],
    ),
  );

/** Frontmatter that is missing or is not YAML counts as reported. */
function schemaReports() {
  const checks = new Map(
    Object.values(programs).map((id) => {
      const schema = JSON.parse(output(process.execPath, [cli, 'schema', id], root));
      return [id, new Ajv({ strict: false }).compile(schema)];
    }),
  );
  return ({ program, text }) => {
    const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
    const document = yaml === undefined ? undefined : parseDocument(yaml);
    if (!document || document.errors.length > 0) return true;
    return !checks.get(program)(document.toJS() ?? {});
  };
}

/** Which examples VS Code itself reports something about, as squiggles of any severity. */
async function vscodeOnExamples() {
  const server = await startServer();
  const window = await openWindow(server, { folder: path.join(root, 'examples') });
  try {
    const reported = [];
    for (const file of mistaken) {
      await window.openFile(file, 1, 1);
      // VS Code reports 200 ms after an edit or when a file is opened. Nothing in the window shows that it has finished.
      await new Promise((done) => setTimeout(done, 3000));
      const counts = Object.values(await window.squiggles());
      if (counts.some((count) => count > 0)) reported.push(file);
    }
    return reported;
  } finally {
    await window.close();
    await server.stop();
  }
}

const { agnix } = installedPeers();
const folder = mkdtempSync(path.join(tmpdir(), 'dossier-comparison-'));
try {
  const files = placed(folder);
  const dossier = dossierOn(folder);
  const peer = agnixOn(agnix, folder);
  const bySchema = schemaReports();
  const all = ['error', 'warning'];
  const count = (some, isReported) => some.filter(isReported).length;
  const row = (title, some) =>
    `| ${title} | ${some.length} | ${[
      count(some, ({ disk }) => dossier(disk, ['error'])),
      count(some, ({ disk }) => dossier(disk, all)),
      count(some, ({ disk }) => peer(disk, ['error'])),
      count(some, ({ disk }) => peer(disk, all)),
      count(some, bySchema),
    ].join(' | ')} |`;
  const lost = files.filter(({ isLoaded }) => !isLoaded);
  const loaded = files.filter(({ isLoaded }) => isLoaded);

  const examples = path.join(root, 'examples');
  const own = dossierOn(examples);
  const others = agnixOn(agnix, examples);
  const noted = [...all, 'information', 'info', 'hint'];
  const at = (file) => path.join(examples, file);
  const builtIn = await vscodeOnExamples();
  const mark = (is) => (is ? 'yes' : 'no');

  writeFileSync(
    path.join(root, 'docs/comparison.md'),
    `<!-- Generated by scripts/comparison.mjs. -->
# How Dossier differs from other tools

Measured on ${new Date().toISOString().slice(0, 10)} with ${agnix.name}, VS Code 1.139.1 without an AI provider, and the JSON Schemas that
\`dossier schema\` prints.

## Files that a program does not load

${files.length} agent files from public repositories, each in a folder that its program reads. Each program was run on its own files,
and its answer is the reference. The files are not representative: files with problems were preferred.

|  | files | Dossier: error | error or warning | agnix: error | error or warning | JSON Schema |
| --- | --- | --- | --- | --- | --- | --- |
${row('the program does not load the file', lost)}
${row('the program loads the file', loaded)}

- **A JSON Schema reports more of the files that are not loaded**, because it also reports documents without frontmatter, such as a
  \`README.md\` in an agents folder, which Dossier reports as information or not at all. The author has to choose the schema for
  each file. It does not show what happens, and it knows neither the prompt nor the other files.
- In the second row, an error is not necessarily wrong: Dossier also reports an error if a limit in the file is not applied, or if
  another program does not start because of the file.

## The examples with a mistake

| file | VS Code alone | agnix | Dossier |
| --- | --- | --- | --- |
${mistaken
  .map(
    (file) =>
      `| \`${file}\` | ${mark(builtIn.includes(file))} | ${mark(others(at(file), noted))} | ${mark(own(at(file), noted))} |`,
  )
  .join('\n')}

These are Dossier's own [examples](../examples), so they show the difference and do not measure it. A *yes* means any finding, which
includes notes and hints.

## Where the others are better

- **VS Code's own support** needs no installation. It knows the tools of the extensions and MCP servers that run in your window, and
  it offers the models of your account. Dossier does not repeat its findings.
- **agnix** also checks memory files and MCP configurations, and hooks, plugins and skills of more programs. It starts faster and uses less
  processor time: see [performance](performance.md).
- **A JSON Schema** works in every editor and validator that reads YAML schemas. \`dossier schema claude-code\` prints one.

## What only Dossier does

It states the effect in each program that reads the file, shows the agent that each program builds, and verifies a fix in every
program before it offers it.
`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
