// Many files in one command: a line each, in the order given.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const cli = path.resolve('dist/cli.js');

describe('clients/explain-many', function () {
  this.timeout(60_000);
  let folder = '';
  const names = Array.from({ length: 430 }, (_, n) => `agent-${n}.md`);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dossier-explain-'));
    for (const [n, name] of names.entries()) {
      if (n === 301) continue; // one that cannot be read
      const tools = n % 3 === 0 ? 'Read, MultiEdit' : '[Read, Grep]';
      const text = `---\nname: agent-${n}\ndescription: Reviews ${n}.\ntools: ${tools}\n---\nYou review.\n`;
      writeFileSync(path.join(folder, name), text);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const explained = (files: readonly string[], format: string) => {
    const asked = ['explain', '--host', 'all', '--as', '@own', '--format', format];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [cli, ...asked, '--files-from', '-'],
      { cwd: folder, input: files.join('\n'), encoding: 'utf8', maxBuffer: 100_000_000 },
    );
    assert.equal(stderr, '');
    return { status, stdout };
  };

  /** The same files in three commands. */
  const inTurn = (format: string): string[] =>
    [names.slice(0, 150), names.slice(150, 300), names.slice(300)].map(
      (some) => explained(some, format).stdout,
    );

  it('prints a line a file, in the order given, and reports the one that cannot be read', () => {
    const { status, stdout } = explained(names, 'ndjson');
    assert.equal(status, 2);
    assert.equal(stdout, inTurn('ndjson').join(''));
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, names.length);
    assert.match(lines[301] ?? '', /^\{"file":"agent-301\.md","error":/);
  });

  it('prints one object of all files', () => {
    const { files } = JSON.parse(explained(names, 'json').stdout) as { files: unknown[] };
    const each = inTurn('json').flatMap((out) => (JSON.parse(out) as { files: unknown[] }).files);
    assert.deepEqual(files, each);
  });

  it('prints the same for people', () => {
    assert.equal(explained(names, 'human').stdout, inTurn('human').join(''));
  });
});
