// `npm run new-rule` and `npm run new-host`, in a copy of the project: what they write compiles, is formatted, and its tests
// pass.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { files } from '../layers/sources';

const bin = (file: string): string => path.join('node_modules', file);

describe('new rules and hosts', function () {
  this.timeout(180_000);
  let copy = '';

  const run = (...words: readonly string[]): { code: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: copy,
      encoding: 'utf8',
    });
    return { code: status, output: `${stdout}${stderr}` };
  };
  const passes = (...words: readonly string[]): string => {
    const { code, output } = run(...words);
    assert.equal(code, 0, `${words.join(' ')}\n${output}`);
    return output;
  };

  before(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'dossier-new-'));
    for (const file of files) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      cpSync(file, path.join(copy, file));
    }
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
    spawnSync('git', ['init', '--quiet'], { cwd: copy });
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('are written, and registered', () => {
    passes('scripts/new.mjs', 'rule', 'leftover-marker');
    passes('scripts/new.mjs', 'host', 'example-host');
    const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8');
    assert.match(read('server/rules/registry.ts'), /leftoverMarker/);
    assert.match(read('server/hosts/catalog/registry.ts'), /exampleHost/);
    assert.match(read('docs/rules/leftover-marker.md'), /REPLACE ME/);
    assert.match(read('docs/hosts/example-host.md'), /Example Host/);
    passes('scripts/generate.mjs', '--check');
  });

  it('compile', () => {
    passes(bin('typescript/bin/tsc'), '-p', '.');
    passes(bin('typescript/bin/tsc'), '-p', 'server');
  });

  it('have the style of the project', () => {
    passes(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings');
  });

  it('pass the tests that came with them, and those of every rule and host', () => {
    const named = ['rules/leftover-marker', 'hosts/example-host'];
    const output = passes('test/run.mjs', 'unit', ...named, 'rules/example', 'new-agent');
    assert.match(output, /, 0 failed/);
  });

  it('do not replace what is there, and need a name in lowercase', () => {
    const twice = run('scripts/new.mjs', 'rule', 'leftover-marker');
    assert.equal(twice.code, 1);
    assert.match(twice.output, /leftover-marker\.ts.* already/);
    const named = run('scripts/new.mjs', 'host', 'Example Host');
    assert.equal(named.code, 2);
    assert.ok(!existsSync(path.join(copy, 'server/hosts/Example Host')));
  });
});
