// Paths in a repository that lead out of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../../server/settings/config';
import { catalog } from '../support/catalog';
import { type DiskFolder, diskFolder } from '../support/disk-folder';

const agents = '.claude/agents';
const agent =
  '---\nname: reviewer\ndescription: Reviews.\ntools: Read, MultiEdit, Edit\n---\nReview.\n';

describe('paths that lead out of a repository', () => {
  let disk: DiskFolder;
  let outside: DiskFolder;

  beforeEach(() => {
    disk = diskFolder();
    outside = diskFolder();
    outside.write('notes.md', agent);
    disk.write(`${agents}/reviewer.md`, agent);
  });
  afterEach(() => {
    disk.remove();
    outside.remove();
  });

  it('include no file of another folder, as absolute globs or with two dots', () => {
    const globs = [
      '/etc/**',
      '../**',
      '/**',
      '../../../**/*.md',
      `${outside.root}/**`,
      'a/../../**',
    ];
    const { includes, excludes } = readConfig(
      catalog,
      '/project/sub/dossier.config.json',
      JSON.stringify({ include: globs, exclude: ['/etc/**', '../**'] }),
    );
    for (const path of ['/etc/passwd', '/project/a.md', `${outside.root}/notes.md`, '/a.md'])
      assert.deepEqual([includes(path), excludes(path)], [false, false], path);
    disk.write('dossier.config.json', JSON.stringify({ include: globs }));
    const { files } = JSON.parse(disk.run('check', '--format', 'json').out) as { files: number };
    assert.equal(files, 1);
  });

  it('are not followed as links to folders', () => {
    disk.link('.github/agents', outside.root);
    disk.link('elsewhere', outside.root);
    const { files } = JSON.parse(disk.run('check', '--loose', '--format', 'json').out) as {
      files: number;
    };
    assert.equal(files, 1);
  });

  it('get no new agent', () => {
    disk.link('.github', outside.root);
    const made = disk.run('new', '--host', 'vscode', '--name', 'fresh', '--description', 'Works.');
    assert.match(
      made.err,
      /^dossier: cannot create \.github\/agents\/fresh\.agent\.md: A symbolic link leads to ".*", outside of ".*"\. Create the file there directly\.\n$/,
    );
    assert.equal(made.code, 2);
    assert.deepEqual(readdirSync(outside.root), ['notes.md']);
  });

  it('get a new agent if the folder is named', () => {
    disk.link('work', outside.root);
    const more = ['--host', 'vscode', '--name', 'fresh', '--description', 'Works.'];
    const { code } = disk.run('new', ...more, '--dir', 'work');
    assert.equal(code, 0);
    assert.ok(readdirSync(outside.root).includes('.github'));
  });

  it('are not replaced if they are links to nothing', () => {
    disk.link('known.json', outside.at('missing.json'));
    const { code, err } = disk.run('check', '--write-baseline', 'known.json');
    assert.equal(
      err,
      'dossier: known.json: The symbolic link leads to a file that does not exist. Use another path.\n',
    );
    assert.equal(code, 2);
    disk.link('.opencode/agent/fresh.md', outside.at('missing.md'));
    const made = disk.run(
      'new',
      '--host',
      'opencode',
      '--name',
      'fresh',
      '--description',
      'Works.',
    );
    assert.equal(made.code, 2);
    assert.match(made.err, /The file already exists\.\n$/);
    assert.deepEqual(readdirSync(outside.root), ['notes.md']);
  });

  it('are not fixed', () => {
    disk.link(`${agents}/notes.md`, outside.at('notes.md'));
    disk.run('check', '--fix');
    assert.equal(readFileSync(outside.at('notes.md'), 'utf8'), agent);
    assert.notEqual(readFileSync(disk.at(`${agents}/reviewer.md`), 'utf8'), agent);
  });
});
