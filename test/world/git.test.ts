// Git runs no program that a repository configures.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, utimesSync } from 'node:fs';
import { createGit } from '../../server/world/git';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

describe('git in a hostile repository', () => {
  let disk: DiskFolder;
  beforeEach(() => {
    disk = diskFolder();
  });
  afterEach(() => disk.remove());

  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
    execFileSync('git', ['-C', disk.root, ...who, ...args], { stdio: 'pipe' });
  };
  const set = (key: string, value: string): void => git('config', key, value);
  let time = 0;
  /** Git compares a file with another time than it knows, for which it runs the filters. */
  const touch = (): void => utimesSync(disk.at('a.md'), new Date(), new Date(++time * 10_000));
  const compare = ['diff', '--name-only', '--no-ext-diff', '--no-textconv', 'HEAD', '--'];

  /** A repository with a committed file that has filters. @returns a program that leaves a trace, and the file of that trace. */
  function repository(): { readonly program: string; readonly trace: string } {
    const trace = disk.at('.git/ran');
    git('init');
    disk.write('a.md', 'one\n');
    disk.write('.gitattributes', '*.md filter=a=b.c diff=d\n');
    git('add', '.');
    git('commit', '-m', 'first');
    return { program: `sh -c 'touch "${trace}"; cat'`, trace };
  }

  for (const keys of [
    ['filter.a=b.c.clean'],
    ['filter.a=b.c.process'],
    ['filter.a=b.c.clean', 'filter.a=b.c.process', 'filter.a=b.c.smudge'],
    ['core.fsmonitor'],
  ])
    it(`does not run ${keys.join(', ')}`, () => {
      const { program, trace } = repository();
      for (const key of keys) set(key, program);
      // Git would fail where a required filter does not work.
      if (keys.length > 1) set('filter.a=b.c.required', 'true');
      touch();
      try {
        git(...compare);
      } catch {
        // A program that does not answer as git expects.
      }
      assert.ok(existsSync(trace), 'without protection it runs');
      rmSync(trace);
      touch();
      const { code, err } = createGit(disk.root)(compare);
      assert.deepEqual([code, err], [0, '']);
      assert.equal(existsSync(trace), false);
    });

  it('runs no hook, comparison or conversion', () => {
    const { program, trace } = repository();
    for (const key of ['diff.d.textconv', 'diff.d.command', 'diff.external']) set(key, program);
    disk.write('.git/hooks/post-index-change', `#!/bin/sh\ntouch "${trace}"\n`);
    chmodSync(disk.at('.git/hooks/post-index-change'), 0o755);
    touch();
    disk.write('new.md', '');
    const run = createGit(disk.root);
    const { code, out } = run(compare);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /new/);
    assert.match(run(['ls-files', '--others']).out, /new\.md/);
    assert.equal(existsSync(trace), false);
  });

  it('finds a change of a file whose filters do not run', () => {
    const { program, trace } = repository();
    for (const key of ['clean', 'process']) set(`filter.a=b.c.${key}`, program);
    set('filter.a=b.c.required', 'true');
    disk.write('a.md', 'two\n');
    const { code, out } = createGit(disk.root)(compare);
    assert.deepEqual([code, out], [0, 'a.md\n']);
    assert.equal(existsSync(trace), false);
  });

  it('returns the code and the message of a command that fails', () => {
    repository();
    const failed = createGit(disk.root)(['rev-parse', '--verify', 'none^{commit}']);
    assert.deepEqual([failed.code, failed.out], [128, '']);
    assert.match(failed.err, /^fatal: /);
  });

  it('keeps settings from the environment', () => {
    const before = { ...process.env };
    try {
      Object.assign(process.env, {
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'x.y',
        GIT_CONFIG_VALUE_0: 'kept',
      });
      disk.write('a.md', '');
      execFileSync('git', ['-C', disk.root, 'init'], { stdio: 'pipe' });
      execFileSync('git', ['-C', disk.root, 'config', 'filter.f.clean', 'false']);
      const run = createGit(disk.root);
      assert.equal(run(['config', 'x.y']).out, 'kept\n');
      assert.equal(run(['config', 'filter.f.clean']).out, '\n');
    } finally {
      for (const key of ['GIT_CONFIG_COUNT', 'GIT_CONFIG_KEY_0', 'GIT_CONFIG_VALUE_0'])
        if (before[key] === undefined) delete process.env[key];
        else process.env[key] = before[key];
    }
  });
});
