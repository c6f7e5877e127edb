// The command line where the system fails: no room on the disk, a closed pipe, unforeseen errors.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

const cli = path.resolve('dist/cli.js');
const agent =
  '---\nname: reviewer\ndescription: Reviews.\ntools: Read, MultiEdit, Foo, Edit\n---\nReview.\n';

describe('clients/failing-output', function () {
  this.timeout(60_000);
  let disk: DiskFolder;

  beforeEach(() => {
    disk = diskFolder();
    for (let n = 0; n < 300; n++) disk.write(`.claude/agents/agent-${n}.md`, agent);
  });
  afterEach(() => disk.remove());

  /** @param script for a shell, in which `dossier` is the command line. */
  const shell = (script: string) =>
    spawnSync('bash', ['-c', `dossier() { "${process.execPath}" "${cli}" "$@"; }; ${script}`], {
      cwd: disk.root,
      encoding: 'utf8',
    });

  it('is quiet if the reader of a pipe ends', () => {
    const { stdout, stderr } = shell('dossier check | head -1');
    assert.match(stdout, /^warning unknown-tool.*\n$/);
    assert.equal(stderr, '');
  });

  it('runs for a user without a home folder, as containers have them', function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root may run a program as another user.
    chmodSync(disk.root, 0o755);
    // A checkout may be in a folder that only its owner may read. The copy is outside of what is listed.
    const bundles = mkdtempSync(path.join(tmpdir(), 'dossier-bundles-'));
    cpSync(path.dirname(cli), bundles, { recursive: true });
    chmodSync(bundles, 0o755);
    const { HOME: _, ...env } = process.env;
    const copy = path.join(bundles, path.basename(cli));
    const { status, stdout, stderr } = spawnSync(process.execPath, [copy, 'list'], {
      ...{ cwd: disk.root, encoding: 'utf8', env, uid: 4_194_304 },
    });
    rmSync(bundles, { recursive: true });
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /300 agents/);
  });

  it('fails with one line if the report cannot be written', () => {
    const { status, stderr } = shell('dossier check > /dev/full');
    assert.equal(stderr, 'dossier: the output cannot be written: ENOSPC\n');
    assert.equal(status, 2);
  });

  it('leaves nothing behind if a new file cannot be written', () => {
    // No file may grow beyond this limit, which fails like a full disk.
    const full = 'ulimit -f 0;';
    const made = shell(`${full} dossier new --host opencode --name x --description y`);
    assert.equal(made.status, 2);
    assert.match(made.stderr, /^dossier: cannot create \S+: .*\n$/);
    const listed = shell(`${full} dossier check --write-baseline known.json`);
    assert.equal(listed.status, 2);
    const fix = shell(`${full} dossier check --fix .claude/agents/agent-1.md`);
    assert.match(fix.stderr, /not fixed: /);
    assert.equal(fix.status, 2);
    assert.deepEqual(readdirSync(disk.root), ['.claude']);
    assert.equal(readdirSync(disk.at('.claude/agents')).length, 300);
  });
});
