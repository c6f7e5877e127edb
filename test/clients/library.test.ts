// The built library where it is used: ES modules and CommonJS in Node, and without Node: bundled for browsers, and in a context that has
// nothing but the language itself, as in a worker of Deno or Cloudflare.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';

const question = `
const text = '---\\nname: reviewer\\ndescription: Reviews.\\nallowed-tools: Read\\n---\\nYou review.\\n';
const path = '.claude/agents/reviewer.md';
const { findings } = check({ path, text });
const [{ verdicts }] = explain({ path, text }).files;
const toml = check({ path: '.codex/agents/a.toml', text: 'name = "a"' });
let refused = '';
try { schema('none'); } catch (error) { refused = error instanceof UsageError ? error.message : 'another error'; }
const answer = {
  rules: findings.map(({ rule }) => rule),
  title: findings[0].fixTitle,
  toml: toml.findings.map(({ rule }) => rule),
  outcome: verdicts[0].outcome,
  to: convert({ path, text }, { to: 'opencode' }).files[0].path,
  agents: list({ folder: { paths: () => [path], read: () => text } }).agents.length,
  schema: schema('claude-code').title,
  programs: programs().length > 10,
  refused: refused.startsWith('unknown program "none"'),
};
`;

const expected = {
  rules: ['unknown-field'],
  title: 'Rename to "tools"',
  toml: ['missing-field'],
  outcome: 'loads',
  to: '/folder/.opencode/agent/reviewer.md',
  agents: 1,
  schema: 'Claude Code agent',
  programs: true,
  refused: true,
};

const names = 'check, convert, explain, list, programs, schema, UsageError';

describe('the built library', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-library-'));
  const write = (file: string, text: string): string => {
    const at = path.join(folder, file);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, text);
    return at;
  };

  before(() => {
    mkdirSync(path.join(folder, 'node_modules/dossier'), { recursive: true });
    symlinkSync(path.resolve('dist'), path.join(folder, 'node_modules/dossier/dist'));
    const library = { types: './dist/library.d.ts', default: './dist/library.js' };
    const imported = { types: './dist/library.d.mts', default: './dist/library.mjs' };
    write(
      'node_modules/dossier/package.json',
      JSON.stringify({ name: 'dossier', exports: { '.': { import: imported, default: library } } }),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  const run = (file: string): unknown => {
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    assert.equal(stderr, '');
    return JSON.parse(stdout);
  };

  it('is imported by a module', () => {
    const print = 'console.log(JSON.stringify(answer));';
    const file = write('a.mjs', `import { ${names} } from 'dossier';${question}${print}`);
    assert.deepEqual(run(file), expected);
  });

  it('is required by CommonJS', () => {
    const print = 'console.log(JSON.stringify(answer));';
    const file = write('a.cjs', `const { ${names} } = require('dossier');${question}${print}`);
    assert.deepEqual(run(file), expected);
  });

  it('reads a folder as docs/library.md shows', () => {
    const [, , example = ''] = readFileSync('docs/library.md', 'utf8').split('```js\n');
    const [code = ''] = example.split('```');
    write(
      'project/.claude/agents/reviewer.md',
      '---\nname: reviewer\nallowed-tools: Read\n---\nYou.\n',
    );
    const file = write('project/a.mjs', `${code}console.log(findings.map(({ file }) => file)[0]);`);
    const cwd = path.dirname(file);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd, encoding: 'utf8' });
    assert.deepEqual([stdout, stderr], ['.claude/agents/reviewer.md\n', '']);
  });

  it('is bundled for a browser, and runs with nothing but the language', () => {
    const entry = write(
      'b.mjs',
      `import { ${names} } from 'dossier';${question}export { answer };`,
    );
    const to = path.join(folder, 'b.js');
    const options = {
      ...{ entryPoints: [entry], outfile: to, bundle: true, platform: 'browser' },
      ...{ format: 'iife', globalName: 'made' },
    };
    const bundle = `require('esbuild').buildSync(${JSON.stringify(options)})`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', bundle], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
    const code = readFileSync(to, 'utf8');
    // A context without process, Buffer, require, console, performance and timers, and in which strings are not code.
    const context = vm.createContext(Object.create(null), {
      codeGeneration: { strings: false, wasm: false },
    });
    vm.runInContext(code, context);
    const answer = vm.runInContext('JSON.stringify(made.answer)', context) as string;
    assert.deepEqual(JSON.parse(answer), expected);
  });

  it('has types for both', () => {
    const use = `
      const { findings }: CheckResult = check({ path: 'a.md', text: '' }, { programs: ['vscode'] });
      const line: number | undefined = findings[0]?.range?.start.line;
      // @ts-expect-error a path without a text
      check({ path: 'a.md' });
      // @ts-expect-error no program
      convert({ path: 'a.md', text: '' }, {});
      void line;`;
    const files = ['use.mts', 'use.cts'].map((file) =>
      write(file, `import { type CheckResult, check, convert } from 'dossier';${use}`),
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [
        ...[path.resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--strict'],
        ...['--module', 'nodenext', '--types', '', ...files],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    assert.equal(status, 0, stdout);
  });
});
