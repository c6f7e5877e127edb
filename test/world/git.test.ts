// Git runs no program that a repository configures.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, utimesSync } from 'node:fs';
import { createGit } from '../../server/world/git';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

describe('git in a hostile repository', () => {
  let disk: DiskFolder;
  beforeEach(() => {
    disk = diskFolder();
  });
  afterEach(() => disk.remove());

  it('runs no filter, monitor, hook, comparison or conversion', () => {
    const trace = disk.at('ran');
    const git = (...args: readonly string[]): void => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
      execFileSync('git', ['-C', disk.root, ...who, ...args], { stdio: 'pipe' });
    };
    git('init');
    disk.write('a.md', 'one\n');
    disk.write('.gitattributes', '*.md filter=a=b.c diff=d\n');
    git('add', '.');
    git('commit', '-m', 'first');
    const program = `sh -c 'touch "${trace}"; cat'`;
    for (const key of [
      'filter.a=b.c.clean',
      'filter.a=b.c.smudge',
      'diff.d.textconv',
      'diff.d.command',
    ])
      execFileSync('git', ['-C', disk.root, 'config', key, program]);
    for (const key of ['core.fsmonitor', 'diff.external'])
      execFileSync('git', ['-C', disk.root, 'config', key, program]);
    disk.write('.git/hooks/post-index-change', `#!/bin/sh\ntouch "${trace}"\n`);
    const lookAtFile = (): void => utimesSync(disk.at('a.md'), new Date(), new Date(0));
    lookAtFile();
    // Without protection the filter runs.
    git('diff', '--name-only', '--no-ext-diff', 'HEAD');
    assert.ok(existsSync(trace));
    execFileSync('rm', [trace]);
    lookAtFile();
    disk.write('new.md', '');
    const run = createGit(disk.root);
    const { code, out } = run([
      'diff',
      '--name-only',
      '--no-ext-diff',
      '--no-textconv',
      'HEAD',
      '--',
    ]);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /new/);
    assert.match(run(['ls-files', '--others']).out, /new\.md/);
    assert.equal(existsSync(trace), false);
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
