// What a person sees at the end of a run, in a project of its own with tests that fail on purpose.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made = {
  'test/sums/addition.test.ts': `import assert from 'node:assert/strict';
describe('a sum', () => {
  it('is right', () => assert.equal(1 + 1, 2));
  it('is wrong', () => {
    assert.equal(1 + 1, 3);
  });
  it('has a message', () => assert.deepEqual({ a: 1 }, { a: 2 }, 'the message'));
  it.skip('is not computed (skipped: no computer)', () => {});
  it.skip('is not computed again (skipped: no computer)', () => {});
});
`,
  'test/sums/broken.test.ts': `throw new Error('This file does not load.');\n`,
  'test/sums/ending.test.ts': `it('ends the process', () => process.exit(7));\n`,
  'test/sums/good.test.ts': `it('passes', () => {});\n`,
  'scripts/build.mjs': `console.log('a line of the build');\nprocess.exit(1);\n`,
};

describe('the last lines of a run', function () {
  this.timeout(120_000);
  let project = '';

  const run = (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['test/run.mjs', ...words], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, CI: '', DOSSIER_TIMES: '' },
    });
    return { status, out: stdout.trimEnd(), err: stderr.trimEnd() };
  };

  before(() => {
    project = mkdtempSync(path.join(tmpdir(), 'dossier-run-'));
    for (const part of ['test/run.mjs', 'test/run', 'scripts/build'])
      cpSync(part, path.join(project, part), {
        recursive: true,
        filter: (file) => !file.endsWith('.test.ts'),
      });
    for (const [file, text] of Object.entries(made)) {
      mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
      writeFileSync(path.join(project, file), text);
    }
    symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'), 'junction');
  });

  after(() => rmSync(project, { recursive: true, force: true }));

  it('are the failures, and then the counts', () => {
    const { status, out } = run('unit');
    assert.equal(status, 1);
    const end = out.slice(out.indexOf('skipped: ')).split('\n');
    assert.deepEqual(end.slice(0, 3), ['skipped: no computer (2 tests)', '', 'Failures:']);
    assert.equal(end.at(-1), '2 passed, 4 failed, 2 skipped');
    const text = end.join('\n');
    assert.match(
      text,
      /\d\) sums\/addition > a sum > is wrong\n {3}test\/sums\/addition\.test\.ts/,
    );
    assert.match(text, /2 !== 3\n/);
    assert.match(text, /at .*test\/sums\/addition\.test\.ts:5:12/);
    assert.match(text, /a sum > has a message\n.*\n {3}the message\n[\s\S]*-.*1[\s\S]*\+.*2/);
    assert.match(text, /\d\) sums\/broken > loads\n.*\n {3}This file does not load\./);
    assert.match(
      text,
      /\d\) test\/sums\/ending\.test\.ts\n {3}The process ended with 7 in this file\./,
    );
  });

  it('are the counts where nothing fails', () => {
    const { status, out } = run('unit', 'sums/good');
    assert.equal(status, 0);
    assert.equal(out.split('\n').length, 4);
    assert.ok(out.endsWith('\n\n1 passed, 0 failed'), out);
  });

  it('contain the output of a program that fails', () => {
    const { status, out } = run('build');
    assert.equal(status, 1);
    assert.ok(
      out.endsWith(
        [
          ...['', 'Failures:', '', '1) the bundles', '   a line of the build'],
          ...['   "node scripts/build.mjs" ended with 1.', '', '0 passed, 1 failed'],
        ].join('\n'),
      ),
      out,
    );
  });

  it('state what exists where nothing has that name', () => {
    const { status, err } = run('unit', 'good', 'nosuch');
    assert.equal(status, 2);
    assert.equal(err, 'No test file of unit has "nosuch" in its path.\nFolders: sums');
    const part = run('nosuch');
    assert.equal(part.status, 2);
    assert.match(part.err, /^There is no part or option nosuch\.\nOptions: .*\nParts: checks, /);
    assert.equal(run('build', 'good').status, 2);
  });
});
