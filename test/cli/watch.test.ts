// `dossier check --watch`: what it tells at first, what after each change, and that a real disk tells of changes.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../server/cli/main';
import { memoryFileSystem } from '../../server/world/memory';
import { watchFolder } from '../../server/world/watch';
import { running } from '../support/running';

const claude = '.claude/agents/reviewer.md';
const other = '.claude/agents/other.md';
const withTools = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\ntools: ${tools}\n---\nYou review.\n`;

const named = (name: string, tools: string): string => withTools(tools).replace('reviewer', name);

/** Longer than the pause that a writing editor is given. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));

function watching(files: Readonly<Record<string, string>>) {
  const world = memoryFileSystem(files);
  let said = '';
  const say = (text: string): void => {
    said += text;
  };
  const folders: string[] = [];
  let changed: (path: string) => void = () => {};
  const code = main(['check', '--watch'], {
    world,
    io: {
      out: say,
      err: say,
      stdin: () => '',
      color: false,
      watch: (folder, call) => {
        folders.push(folder);
        changed = call;
      },
    },
    lsp: () => {},
  });
  const heard = (): string => {
    const text = said;
    said = '';
    return text;
  };
  return {
    code,
    folders,
    heard,
    async writing(file: string, text: string | null): Promise<string> {
      if (text === null) world.files.delete(`/project/${file}`);
      else world.files.set(`/project/${file}`, text);
      changed(`/project/${file}`);
      changed(`/project/${file}`);
      await aMoment();
      return heard();
    },
  };
}

describe('dossier check --watch', () => {
  it('tells everything at first, and goes on', () => {
    const { code, heard, folders } = watching({ [claude]: withTools('Foo, Read') });
    assert.equal(code, null);
    assert.deepEqual(folders, ['.']);
    const said = heard();
    assert.match(
      said,
      /unknown-tool[\s\S]*1 file, 0 errors, 1 warning[\s\S]*press Ctrl\+C to stop/,
    );
  });

  it('tells after a change only what is new', async () => {
    const named = (tools: string): string => withTools(tools).replace('reviewer', 'tester');
    const { heard, writing } = watching({
      [claude]: withTools('Foo, Read'),
      [other]: named('Read'),
    });
    heard();
    const second = await writing(other, named('Read, Bar'));
    assert.match(second, /unknown-tool: .*"Bar"/);
    assert.doesNotMatch(second, /Foo/);
    assert.match(second, /2 files, 0 errors, 2 warnings/);
    assert.equal(await writing(other, `${named('Read, Bar')}\nMore.\n`), '');
    assert.match(
      await writing(other, withTools('Read')),
      /^\.claude\/agents\/other\.md: no problems remaining\n/,
    );
    assert.equal(await writing('notes.txt', 'x'), '');
  });

  it('tells of two of one name, and when they are none any more', async () => {
    const { heard, writing } = watching({ [claude]: withTools('Read') });
    heard();
    assert.match(await writing(other, withTools('Read')), /duplicate-name/);
    const parted = await writing(other, withTools('Read').replace('reviewer', 'tester'));
    assert.match(parted, /other\.md: no conflicts with other agents remaining/);
    assert.match(await writing(other, withTools('Read')), /duplicate-name/);
  });

  it('tells what a saved file does to others, and of a file that is gone', async () => {
    const agents = { [claude]: withTools('Read'), [other]: named('tester', 'Read') };
    const third = '.claude/agents/third.md';
    const { heard, writing } = watching({ ...agents, [third]: named('third', 'Read, Foo') });
    heard();
    const conflict = await writing(other, withTools('Read'));
    assert.match(conflict, /warning duplicate-name: "reviewer"[\s\S]*3 files, .*2 warnings/);
    assert.match(await writing(other, named('tester', 'Read')), /no conflicts with other agents/);
    assert.match(await writing(third, named('third', 'Read')), /third\.md: no problems remaining/);
    assert.match(
      await writing(other, named('tester', 'Read, Bar')),
      /3 files, 0 errors, 1 warning\n/,
    );
    assert.equal(await writing(third, null), '');
    assert.match(
      await writing(other, named('tester', 'Read, Baz')),
      /2 files, 0 errors, 1 warning\n/,
    );
  });

  it('outlives a configuration that is being written', async () => {
    const { heard, writing } = watching({ [claude]: withTools('Foo, Read') });
    heard();
    assert.match(
      await writing('dossier.config.json', '{ "rules"'),
      /^dossier: dossier\.config\.json:1:10: /,
    );
    const mended = await writing('dossier.config.json', '{ "allowedTools": ["Foo"] }');
    assert.match(mended, /no problems remaining/);
  });

  it('is for people, and needs a disk that tells', () => {
    for (const more of [['--format', 'json'], ['--fix'], ['--write-baseline', 'x.json'], []]) {
      const { code, err } = running({ [claude]: withTools('Read') }, ['check', '--watch', ...more]);
      assert.deepEqual([code, err.startsWith('dossier: --watch ')], [2, true], err);
    }
  });
});

describe('a watched folder of real files', () => {
  it('tells of files, also in folders that came later, and not of those that are left out', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'dossier-watch-'));
    const seen: string[] = [];
    mkdirSync(path.join(root, 'node_modules'));
    const end = watchFolder(root, (found) => seen.push(path.basename(found)));
    try {
      const put = async (...names: readonly string[]): Promise<void> => {
        const file = path.join(root, ...names);
        mkdirSync(path.dirname(file), { recursive: true });
        // The folder is found by its own event.
        await aMoment();
        writeFileSync(file, 'x');
        await aMoment();
      };
      await put('a.md');
      await put('new', 'b.md');
      await put('node_modules', 'c.md');
      assert.ok(seen.includes('a.md') && seen.includes('b.md'), seen.join());
      assert.ok(!seen.includes('c.md'));
      end();
      seen.length = 0;
      await put('d.md');
      assert.deepEqual(seen, []);
    } finally {
      end();
      rmSync(root, { recursive: true, force: true });
    }
  }).timeout(10_000);
});
