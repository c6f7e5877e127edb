// `dossier check --cache` with stored results that are damaged, from others or used by two runs, on a real disk.
import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ResultStore } from '../../server/world/file-system';
import { createResultStore, ownCacheFolder } from '../../server/world/result-store';
import { type Ran, running } from '../support/running';

const files = {
  '.claude/agents/a.md':
    '---\nname: a\ndescription: Reviews.\ntools: Read, Foo\n---\nYou review.\n',
  '.claude/agents/b.md':
    '---\nname: a\ndescription: Also.\ntools: mcp__tickets__list\n---\nHelp.\n',
};
const sound = { '.claude/agents/a.md': files['.claude/agents/a.md'].replace(', Foo', '') };

describe('dossier check --cache', () => {
  let folder = '';
  const own = (): string => path.join(folder, 'own');
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-results-')));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** How often results were read and written. */
  const counted = (store: ResultStore) => {
    const count = { hits: 0, writes: 0 };
    const counting: ResultStore = {
      read(name) {
        const text = store.read(name);
        if (text !== null) count.hits++;
        return text;
      },
      write(name, text) {
        count.writes++;
        return store.write(name, text);
      },
    };
    return { count, counting };
  };
  const checked = (texts: Readonly<Record<string, string>>, store: ResultStore): Ran =>
    running(texts, ['check', '--cache'], '', { results: () => store });
  const plain = (texts: Readonly<Record<string, string>>): string => running(texts, ['check']).out;
  const results = (at = own()): string[] =>
    readdirSync(at).flatMap((name) => (name.startsWith('results-') ? path.join(at, name) : []));

  it('uses the results again, and writes nothing where nothing has changed', () => {
    const { count, counting } = counted(createResultStore(own()));
    for (const expected of [
      { hits: 0, writes: 1 },
      { hits: 1, writes: 1 },
    ]) {
      assert.equal(checked(files, counting).out, plain(files));
      assert.deepEqual(count, expected);
    }
  });

  it('takes nothing from results that are cut off or changed', () => {
    const store = createResultStore(own());
    for (const damage of [
      (file: string) => truncateSync(file, statSync(file).size - 1),
      (file: string) => truncateSync(file, 10),
      (file: string) => truncateSync(file, 0),
      (file: string) => writeFileSync(file, readFileSync(file, 'latin1').replace('Foo', 'Fox')),
      (file: string) => {
        rmSync(file);
        mkdirSync(file);
      },
    ]) {
      rmSync(own(), { recursive: true, force: true });
      checked(files, store);
      const [file = ''] = results();
      damage(file);
      const { count, counting } = counted(store);
      assert.equal(checked(files, counting).out, plain(files));
      assert.equal(count.hits, 0);
    }
  });

  it('keeps the results of each version apart', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const names: string[] = [];
    checked(files, {
      read(name) {
        names.push(name);
        return null;
      },
      write: () => null,
    });
    assert.equal(names.length, 1);
    assert.ok(names[0]?.includes(`"${version}"`), names[0]);
  });

  it('takes nothing from results in a form that it does not know', () => {
    for (const strange of [
      ...['', '{', 'null', '5', '[]', '{}', '{"files":[],"across":null}', '{"files":null}'],
      ...['{"files":{},"across":5}', '{"files":{"a":{}}}'],
    ]) {
      const written: string[] = [];
      const store: ResultStore = {
        read: () => strange,
        write(_, text) {
          written.push(text);
          return null;
        },
      };
      const { out, err } = checked(files, store);
      assert.deepEqual([out, err], [plain(files), ''], strange);
      assert.equal(written.length, 1, strange);
    }
  });

  it('compares with a baseline as a run without it does', () => {
    const store = createResultStore(own());
    const argv = ['check', '--baseline', 'known.json'];
    const known = running(files, ['check', '--write-baseline', 'known.json']).file('known.json');
    const texts = {
      ...files,
      'known.json': known ?? '',
      '.claude/agents/c.md': files['.claude/agents/a.md'].replace('Foo', 'Bar'),
    };
    const expected = running(texts, argv);
    assert.match(expected.out, /"Bar"/);
    assert.doesNotMatch(expected.out, /"Foo"/);
    for (const run of ['first', 'second']) {
      const { out, code } = running(texts, [...argv, '--cache'], '', { results: () => store });
      assert.deepEqual([out, code], [expected.out, expected.code], run);
    }
  });

  it('takes nothing from results that another user or a repository contains', () => {
    const repository = path.join(folder, 'repository');
    const theirs = createResultStore(path.join(folder, 'theirs'), repository);
    checked(files, theirs);
    assert.equal(results(repository).length, 1);
    const { count, counting } = counted(createResultStore(own(), repository));
    assert.equal(checked(files, counting).out, plain(files));
    assert.deepEqual(count, { hits: 0, writes: 1 });
    assert.deepEqual(readdirSync(own()), ['key']);
  });

  it('takes nothing from its own results under another name', () => {
    const store = createResultStore(own());
    store.write('one', 'of one');
    const [one = ''] = results();
    store.write('two', 'of two');
    const two = results().find((file) => file !== one) ?? '';
    copyFileSync(one, two);
    assert.deepEqual([store.read('one'), store.read('two')], ['of one', null]);
  });

  it('uses no key that others can read', function () {
    if (process.platform === 'win32') this.skip();
    const store = createResultStore(own());
    assert.equal(store.write('one', 'text'), null);
    chmodSync(path.join(own(), 'key'), 0o644);
    assert.equal(store.read('one'), null);
    const { err, out } = checked(files, store);
    assert.equal(out, plain(files));
    assert.match(err, /^dossier: warning: the results were not stored: ".*key" is not a key that/);
  });

  it('replaces a link and not the file that it leads to', function () {
    if (process.platform === 'win32') this.skip();
    const store = createResultStore(own());
    store.write('one', 'text');
    const [file = ''] = results();
    const target = path.join(folder, 'target');
    writeFileSync(target, 'mine');
    rmSync(file);
    symlinkSync(target, file);
    assert.equal(store.read('one'), null);
    assert.equal(store.write('one', 'again'), null);
    assert.deepEqual([readFileSync(target, 'utf8'), store.read('one')], ['mine', 'again']);
  });

  it('keeps complete results when two runs write at once', () => {
    const [one, two] = [createResultStore(own()), createResultStore(own())];
    // The second run starts and ends while the first one works.
    const between: ResultStore = {
      read: (name) => one.read(name),
      write(name, text) {
        checked(sound, two);
        return one.write(name, text);
      },
    };
    assert.equal(checked(files, between).out, plain(files));
    assert.equal(checked(files, one).out, plain(files));
    assert.equal(checked(sound, two).out, plain(sound));
    assert.equal(results().length, 1);
  });

  it('has the results of skills and commands, which depend on their texts', () => {
    const store = createResultStore(own());
    const skill = '---\nname: pdf\ndescription: Reads.\nuser-invocable: maybe\n---\nRead it.\n';
    const command = '---\ndescription: Ships.\ndisable-model-invocation: yess\n---\nShip $1.\n';
    const texts = {
      ...files,
      '.claude/skills/pdf/SKILL.md': skill,
      '.claude/commands/ship.md': command,
      '.claude/agents/c.md': '---\nname: c\ndescription: C.\nskills: [pdf, ship]\n---\nC.\n',
    };
    const renamed = { ...texts, '.claude/skills/pdf/SKILL.md': skill.replace('maybe', 'true') };
    const { '.claude/commands/ship.md': _, ...fewer } = texts;
    for (const one of [texts, texts, renamed, fewer, texts])
      assert.equal(checked(one, store).out, plain(one));
    const [stored = ''] = results();
    for (const file of ['skills/pdf/SKILL.md', 'commands/ship.md'])
      assert.ok(readFileSync(stored, 'latin1').includes(`.claude/${file}":{"key"`), file);
  });

  it('reports a folder in which nothing can be created', function () {
    if (process.platform !== 'linux') this.skip();
    const { code, err } = checked(sound, createResultStore(own(), '/proc/dossier/results'));
    assert.equal(code, 0);
    assert.match(err, /^dossier: warning: the results were not stored: ENOENT/);
  });

  it('depends on what the user defines outside of the project', () => {
    const store = createResultStore(own());
    const withServer = {
      ...files,
      '/home/user/.claude.json': '{"mcpServers":{"tickets":{"command":"x"}}}',
    };
    for (const texts of [files, withServer, files])
      assert.equal(checked(texts, store).out, plain(texts));
  });

  it('stores nothing that is too large, and removes what was not used for the longest time', () => {
    const store = createResultStore(own(), own(), { file: 200, folder: 250 });
    assert.equal(store.write('large', 'x'.repeat(200)), 'the results are too large');
    store.write('one', 'x'.repeat(60));
    store.write('two', 'x'.repeat(60));
    const names = results();
    for (const file of names) utimesSync(file, 1, 1);
    assert.equal(store.read('one')?.length, 60);
    writeFileSync(path.join(own(), 'notes.txt'), 'x'.repeat(500));
    store.write('three', 'x'.repeat(60));
    assert.deepEqual(
      ['one', 'two', 'three'].map((name) => store.read(name) !== null),
      [true, false, true],
    );
    assert.equal(statSync(path.join(own(), 'notes.txt')).size, 500);
  });

  it('fails no check where the folder cannot be written', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { code, out, err } = checked(sound, createResultStore(own(), path.join(file, 'x')));
    assert.deepEqual([code, out], [0, plain(sound)]);
    assert.match(err, /^dossier: warning: the results were not stored: /);
  });

  it('has a folder of the user for results, outside of repositories', () => {
    const at = (home: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform) =>
      ownCacheFolder(home, env, platform)?.replaceAll('\\', '/') ?? null;
    assert.equal(at('/home/u', {}, 'linux'), '/home/u/.cache/dossier');
    assert.equal(at('/home/u', { XDG_CACHE_HOME: '/x' }, 'linux'), '/x/dossier');
    assert.equal(at('/home/u', { XDG_CACHE_HOME: 'x' }, 'linux'), '/home/u/.cache/dossier');
    assert.equal(at('/Users/u', {}, 'darwin'), '/Users/u/Library/Caches/dossier');
    assert.equal(at(undefined, {}, 'linux'), null);
  });

  it('refuses flags that it cannot follow', () => {
    const store = createResultStore(own());
    const run = (...argv: string[]): string =>
      running(sound, ['check', ...argv], '', { results: () => store }).err;
    assert.match(
      run('--cache', '--watch'),
      /--watch .* cannot be combined with --cache\. Remove --cache\./,
    );
    assert.match(run('--cache-location', ''), /--cache-location requires a folder/);
  });
});
