// What is written through a symbolic link, and what must be left unchanged.
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createFile, createFiles, replaceFile } from '../../server/world/replace';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';

describe('writing a file', () => {
  let disk: DiskFolder;
  beforeEach(() => {
    disk = diskFolder();
    mkdirSync(disk.at('repo'));
  });
  afterEach(() => disk.remove());

  const textOf = (name: string): string => readFileSync(disk.at(name), 'utf8');
  const namesIn = (name: string): readonly string[] => readdirSync(disk.at(name)).sort();

  it('creates all of several files, or none', () => {
    disk.write('repo/there/b.md', 'mine');
    const all = (...names: readonly string[]) =>
      names.map((name) => ({ path: disk.at(`repo/${name}`), text: name }));
    assert.throws(
      () =>
        createFiles(all('new/folder/a.md', 'there/a.md', 'there/b.md', 'c.md'), disk.at('repo')),
      /The file already exists\./,
    );
    assert.deepEqual(namesIn('repo'), ['there']);
    assert.deepEqual(namesIn('repo/there'), ['b.md']);
    createFiles(all('new/folder/a.md', 'there/a.md'), disk.at('repo'));
    assert.equal(textOf('repo/new/folder/a.md'), 'new/folder/a.md');
    assert.equal(textOf('repo/there/b.md'), 'mine');
  });

  it('removes what a killed process has left in the folder, and nothing else', () => {
    // No process has this number: it is larger than those that Linux gives.
    const [abandoned, own] = ['.dossier-4194999-abc.tmp', `.dossier-${process.pid}-abc.tmp`];
    const others = [
      '.dossier-notes.tmp',
      'dossier-4194999-abc.tmp',
      '.dossier-4194999-new.tmp',
      own,
    ];
    for (const name of [abandoned, ...others]) disk.write(`repo/${name}`, '');
    for (const name of [abandoned, own]) utimesSync(disk.at(`repo/${name}`), 1_000, 1_000);
    replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo'));
    assert.deepEqual(namesIn('repo'), ['a.md', ...others].sort());
  });

  describeOnPosix('in a project with symbolic links', () => {
    for (const [folder, isInside] of [
      ['repo', true],
      ['repo/inner', true],
      ['repo-other', false],
      ['repo.old/inner', false],
      ['rep', false],
      ['other', false],
      ['.', false],
    ] as const) {
      it(`${isInside ? 'follows' : 'refuses'} a link to a file in ${folder}`, () => {
        const target = path.join(folder, 'target.md');
        disk.write(target, 'old');
        disk.link('repo/a.md', disk.at(target));
        const replace = (): void =>
          replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo'), 'old');
        if (isInside) replace();
        else assert.throws(replace, /A symbolic link leads to ".*target\.md", outside of ".*repo"/);
        assert.equal(textOf(target), isInside ? 'new' : 'old');
      });

      it(`${isInside ? 'follows' : 'refuses'} a link to ${folder} for a new file`, () => {
        mkdirSync(disk.at(folder), { recursive: true });
        disk.link('repo/link', disk.at(folder));
        const create = (): void =>
          createFile(disk.at('repo/link/more/a.md'), 'new', disk.at('repo'));
        if (isInside) create();
        else assert.throws(create, /A symbolic link leads to ".*", outside of ".*repo"/);
        assert.equal(existsSync(disk.at(path.join(folder, 'more/a.md'))), isInside);
        assert.equal(existsSync(disk.at(path.join(folder, 'more'))), isInside);
      });
    }

    it('follows a link within the folder of the file if no other folder is given', () => {
      disk.write('repo/target.md', 'old');
      disk.link('repo/a.md', 'target.md');
      replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo'));
      assert.equal(textOf('repo/target.md'), 'new');
      disk.write('repo-other/target.md', 'old');
      disk.link('repo/b.md', '../repo-other/target.md');
      assert.throws(() => replaceFile(disk.at('repo/b.md'), 'new', disk.at('repo')), /outside of/);
      assert.equal(textOf('repo-other/target.md'), 'old');
    });

    it('refuses a link that leads to nothing', () => {
      disk.link('repo/a.md', disk.at('repo/absent.md'));
      assert.throws(
        () => replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo')),
        /The symbolic link leads to a file that does not exist\./,
      );
      assert.deepEqual(namesIn('repo'), ['a.md']);
    });

    it('reports links that form a cycle', () => {
      disk.link('repo/a.md', 'a.md');
      assert.throws(
        () => replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo')),
        /form a cycle/,
      );
    });
  });

  it('replaces only the text that was read', () => {
    disk.write('repo/a.md', 'changed');
    assert.throws(
      () => replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo'), 'old'),
      /has changed since/,
    );
    // As text, both are the replacement character.
    disk.write('repo/b.md', Buffer.from([0x61, 0xff]));
    assert.throws(
      () => replaceFile(disk.at('repo/b.md'), 'new', disk.at('repo'), 'a\ufffd'),
      /not valid UTF-8/,
    );
    disk.write('repo/c.md', '\ufeffold\r\n');
    assert.throws(
      () => replaceFile(disk.at('repo/c.md'), 'new', disk.at('repo'), 'old\r\n'),
      /has changed since/,
    );
    replaceFile(disk.at('repo/c.md'), '\ufeffnew\r\n', disk.at('repo'), '\ufeffold\r\n');
    assert.deepEqual(
      [textOf('repo/a.md'), textOf('repo/c.md'), namesIn('repo')],
      ['changed', '\ufeffnew\r\n', ['a.md', 'b.md', 'c.md']],
    );
  });

  it('makes a file that does not exist, unless it was read before', () => {
    replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo'));
    assert.equal(textOf('repo/a.md'), 'new');
    assert.throws(() => replaceFile(disk.at('repo/b.md'), 'new', disk.at('repo'), 'old'));
    assert.deepEqual(namesIn('repo'), ['a.md']);
  });

  it('explains that a file is in the place of the folder', () => {
    disk.write('repo/a.md', 'x');
    for (const file of ['repo/a.md/b.md', 'repo/a.md/c/b.md'])
      assert.throws(
        () => createFile(disk.at(file), 'new', disk.at('repo')),
        /^Error: A file is in the place of its folder\.$/,
      );
    assert.equal(textOf('repo/a.md'), 'x');
  });

  it('keeps the permissions of a file', () => {
    disk.write('repo/a.sh', 'old');
    chmodSync(disk.at('repo/a.sh'), 0o750);
    replaceFile(disk.at('repo/a.sh'), 'new', disk.at('repo'), 'old');
    if (process.platform !== 'win32')
      assert.equal(statSync(disk.at('repo/a.sh')).mode & 0o777, 0o750);
    assert.equal(textOf('repo/a.sh'), 'new');
  });

  it('refuses a folder and a read-only file, and leaves nothing behind', () => {
    mkdirSync(disk.at('repo/folder.md'));
    assert.throws(
      () => replaceFile(disk.at('repo/folder.md'), 'new', disk.at('repo')),
      /not a regular file/,
    );
    assert.deepEqual(namesIn('repo'), ['folder.md']);
    if (process.getuid?.() === 0) return; // Root may write everything.
    disk.write('repo/a.md', 'old');
    chmodSync(disk.at('repo/a.md'), 0o444);
    assert.throws(
      () => replaceFile(disk.at('repo/a.md'), 'new', disk.at('repo')),
      /do not have permission/,
    );
    assert.deepEqual([textOf('repo/a.md'), namesIn('repo')], ['old', ['a.md', 'folder.md']]);
  });

  it('removes the folders that it made for a file that it cannot make, and no others', () => {
    mkdirSync(disk.at('repo/there'));
    const name = `${'x'.repeat(300)}.md`;
    assert.throws(
      () => createFile(disk.at(`repo/there/a/b/${name}`), 'new', disk.at('repo')),
      /path is too long/,
    );
    assert.deepEqual([namesIn('repo'), namesIn('repo/there')], [['there'], []]);
    writeFileSync(disk.at('repo/file'), '');
    assert.throws(
      () => createFile(disk.at('repo/file/a.md'), 'new', disk.at('repo')),
      /exist|in the place/,
    );
    disk.write('repo/a.md', 'old');
    assert.throws(
      () => createFile(disk.at('repo/a.md'), 'new', disk.at('repo')),
      /The file already exists\./,
    );
    assert.deepEqual([textOf('repo/a.md'), namesIn('repo')], ['old', ['a.md', 'file', 'there']]);
  });
});
