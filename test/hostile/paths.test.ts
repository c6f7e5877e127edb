// Paths in a repository that lead out of it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../../server/settings/config';
import { createResultStore } from '../../server/world/result-store';
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

  it('are not followed as links to folders, which is reported for folders of agents', () => {
    disk.link('.github/agents', outside.root);
    disk.link('elsewhere', outside.root);
    const line = new RegExp(
      `^dossier: \\.github/agents: The symbolic link leads to "${outside.root}", outside of the project, and is not followed\\. Name that folder to search it\\.\n$`,
    );
    const check = disk.run('check', '--loose', '--format', 'json');
    assert.equal((JSON.parse(check.out) as { files: number }).files, 1);
    for (const ran of [check, disk.run('list'), disk.run('graph'), disk.run('check')]) {
      assert.match(ran.err, line);
      assert.equal(ran.code, 2);
    }
    const named = disk.run('check', '.github/agents', '--format', 'json');
    assert.equal(named.err, '');
    // It has a link out of the project in it, unless the author excludes it.
    disk.write('dossier.config.json', JSON.stringify({ exclude: ['.github/**'] }));
    assert.deepEqual([disk.run('check').err, disk.run('check').code], ['', 0]);
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
    // None of several is made.
    const several = disk.run('new', '--host', 'opencode,vscode', '--name', 'fresh');
    assert.equal(several.code, 2);
    assert.equal(existsSync(disk.at('.opencode')), false);
  });

  it('get no conversion and no baseline', () => {
    disk.link('ci', outside.root);
    const baseline = disk.run('check', '--write-baseline', 'ci/known.json');
    assert.match(baseline.err, /^dossier: ci\/known\.json: A symbolic link leads to ".*", outside/);
    assert.equal(baseline.code, 2);
    disk.link('.opencode', outside.root);
    const converted = disk.run('convert', agents, '--to', 'opencode', '--write');
    assert.match(
      converted.err,
      /^dossier: cannot write .*\.opencode\/agent\/reviewer\.md: A symbolic link leads to ".*", outside of ".*"\. Create the file there directly\.\n$/,
    );
    assert.equal(converted.code, 2);
    assert.deepEqual(readdirSync(outside.root), ['notes.md']);
  });

  it('get no stored results', () => {
    disk.link('.cache', outside.root);
    const store = createResultStore(disk.at('own'), disk.at('.cache/a'), undefined, disk.root);
    assert.match(store.write('a', 'b') ?? '', /^A symbolic link leads to ".*", outside of ".*"/);
    assert.deepEqual(readdirSync(outside.root), ['notes.md']);
  });

  it('get a conversion and a baseline if the link stays in the project', () => {
    disk.write('common/opencode/keep', '');
    disk.link('.opencode', 'common/opencode');
    assert.equal(disk.run('convert', agents, '--to', 'opencode', '--write').code, 0);
    assert.ok(readFileSync(disk.at('common/opencode/agent/reviewer.md'), 'utf8'));
    disk.link('ci', 'common');
    assert.equal(disk.run('check', '--write-baseline', 'ci/known.json').code, 0);
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
