// How `.ci/run` judges a project: on small projects whose tests print what this test states.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Made {
  /** The commands of the scripts, as in package.json. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The lock file does not answer to package.json. */
  readonly isStale?: true;
}

const folders: string[] = [];

/** A repository with `.ci/run`, and the folder of temporary files that its runs use. */
function project({ scripts, isStale }: Made) {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier ci '));
  folders.push(folder);
  const root = path.join(folder, 'project');
  const scratch = path.join(folder, 'scratch');
  mkdirSync(path.join(root, '.ci'), { recursive: true });
  mkdirSync(scratch);
  copyFileSync('.ci/run', path.join(root, '.ci/run'));
  const named = { name: 'made', version: '1.0.0' };
  const dependencies = isStale ? { missing: '1.0.0' } : {};
  const write = (file: string, value: unknown): void =>
    writeFileSync(path.join(root, file), JSON.stringify(value, null, 2));
  write('package.json', { ...named, scripts, dependencies });
  write('package-lock.json', { ...named, lockfileVersion: 3, packages: { '': named } });
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...words], {
      cwd: root,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'made: a project');
  return { root, scratch };
}

/** The exit code and the last line of a run, in which no temporary file is left. */
function ran(made: Made, env: Readonly<Record<string, string>> = {}) {
  const { root, scratch } = project(made);
  const { status, stdout } = spawnSync('bash', [path.join(root, '.ci/run')], {
    cwd: path.dirname(root),
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: scratch, ...env },
    input: 'typed',
  });
  assert.deepEqual(readdirSync(scratch), [], 'temporary files');
  return { status, last: stdout.trimEnd().split('\n').at(-1), stdout };
}

const prints = (line: string): string => `echo "${line}"`;

describe('.ci/run', () => {
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('adds the counts of both commands', () => {
    const test = prints('5 passed, 0 failed, 2 skipped');
    const { status, last } = ran({ scripts: { test, 'test:all': prints('7 passed, 0 failed') } });
    assert.deepEqual([status, last], [0, '12 passed, 0 failed']);
  });

  it('fails where either command fails, and runs both', () => {
    const [good, bad] = [prints('5 passed, 0 failed'), `${prints('6 passed, 1 failed')}; exit 1`];
    for (const scripts of [
      { test: good, 'test:all': bad },
      { test: bad, 'test:all': good },
    ]) {
      const { status, last } = ran({ scripts });
      assert.deepEqual([status, last], [1, '11 passed, 1 failed']);
    }
  });

  it('fails where a command ends without counts, or with an error that it does not count', () => {
    const counted = prints('5 passed, 0 failed');
    for (const [test, last] of [
      [prints('done'), '5 passed, 1 failed'],
      ['exit 3', '5 passed, 1 failed'],
      [`${counted}; exit 3`, '10 passed, 1 failed'],
    ] as const) {
      const done = ran({ scripts: { test, 'test:all': counted } });
      assert.deepEqual([done.status, done.last], [1, last], test);
    }
  });

  it('fails where nothing passes, and where npm ci fails', () => {
    const test = prints('0 passed, 0 failed');
    const empty = ran({ scripts: { test, 'test:all': test } });
    assert.deepEqual([empty.status, empty.last], [1, '0 passed, 0 failed']);
    const stale = ran({ scripts: { test }, isStale: true });
    assert.deepEqual([stale.status, stale.last], [1, '0 passed, 1 failed']);
  });

  it('tests a clone elsewhere, without the variables, the files and the input of its caller', () => {
    const test = [
      'echo "at $PWD"',
      'echo "CI=$CI corpus=$DOSSIER_CORPUS typed=$(cat)"',
      prints('1 passed, 0 failed'),
    ].join(' && ');
    const scripts = { test, 'test:all': prints('1 passed, 0 failed') };
    const { stdout, status } = ran({ scripts }, { DOSSIER_CORPUS: '/nowhere' });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /^at .*\/scratch\/[^/]+\/dossier$/m);
    assert.match(stdout, /^CI=true corpus= typed=$/m);
  });
}).timeout(120_000);
