// `dossier check --watch`: what it reports at first and after each change, and that a real disk notifies it of changes.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from '../../server/cli/main';
import { memoryFileSystem } from '../../server/world/memory';
import { watchFolder } from '../../server/world/watch';
import { catalog } from '../support/catalog';
import { fakeClock } from '../support/fake-clock';
import { running } from '../support/running';

const claude = '.claude/agents/reviewer.md';
const other = '.claude/agents/other.md';
const withTools = (tools: string): string =>
  `---\nname: reviewer\ndescription: Reviews changes.\ntools: ${tools}\n---\nYou review.\n`;

const named = (name: string, tools: string): string => withTools(tools).replace('reviewer', name);

/** @param onceShown what an author writes as soon as the first output appears. */
function watching(files: Readonly<Record<string, string>>, onceShown: Record<string, string> = {}) {
  const world = memoryFileSystem(files);
  let output = '';
  const print = (text: string): void => {
    output += text;
    for (const [file, changedText] of Object.entries(onceShown)) {
      delete onceShown[file];
      world.files.set(`/project/${file}`, changedText);
      changed(`/project/${file}`);
    }
  };
  const folders: string[] = [];
  let changed: (path: string) => void = () => {};
  const clock = fakeClock();
  const code = main(['check', '--watch'], {
    world: { ...world, catalog },
    io: {
      out: print,
      err: print,
      stdin: () => '',
      color: false,
      watch: (folder, call) => {
        folders.push(folder);
        changed = call;
      },
      after: clock.after,
    },
    lsp: () => {},
  });
  const received = (): string => {
    const text = output;
    output = '';
    return text;
  };
  return {
    code,
    folders,
    received,
    clock,
    /** What is reported once an editor has saved a file in two steps. */
    writing(file: string, text: string | null): string {
      if (text === null) world.files.delete(`/project/${file}`);
      else world.files.set(`/project/${file}`, text);
      changed(`/project/${file}`);
      clock.pass(50);
      changed(`/project/${file}`);
      clock.pass(99);
      assert.equal(output, '', 'reported while the editor may still be writing');
      clock.pass(1);
      return received();
    },
  };
}

describe('dossier check --watch', () => {
  it('reports everything at first, and continues', () => {
    const { code, received, folders } = watching({ [claude]: withTools('Foo, Read') });
    assert.equal(code, null);
    assert.deepEqual(folders, ['.']);
    const output = received();
    assert.match(
      output,
      /unknown-tool[\s\S]*1 file, 0 errors, 1 warning[\s\S]*press Ctrl\+C to stop/,
    );
  });

  it('reports a change that is made as soon as the first result is shown', () => {
    const written = { [claude]: withTools('Foo, Read') };
    const { received, clock } = watching({ [claude]: withTools('Read') }, written);
    assert.doesNotMatch(received(), /unknown-tool/);
    clock.pass(100);
    assert.match(received(), /unknown-tool/);
  });

  it('reports only new findings after a change', () => {
    const named = (tools: string): string => withTools(tools).replace('reviewer', 'tester');
    const { received, writing } = watching({
      [claude]: withTools('Foo, Read'),
      [other]: named('Read'),
    });
    received();
    const second = writing(other, named('Read, Bar'));
    assert.match(second, /unknown-tool: .*"Bar"/);
    assert.doesNotMatch(second, /Foo/);
    assert.match(second, /2 files, 0 errors, 2 warnings/);
    assert.equal(writing(other, `${named('Read, Bar')}\nMore.\n`), '');
    assert.match(
      writing(other, withTools('Read')),
      /^\.claude\/agents\/other\.md: no problems remaining\n/,
    );
    assert.equal(writing('notes.txt', 'x'), '');
  });

  it('notices agents in files with other endings than Markdown', () => {
    const { received, writing } = watching({ [claude]: withTools('Read') });
    received();
    assert.match(
      writing(
        '.codex/agents/reviewer.toml',
        'name = "reviewer"\ndescription = "Reviews changes."\n',
      ),
      /No "developer_instructions"\.[\s\S]*--> \.codex\/agents\/reviewer\.toml\n/,
    );
    assert.match(
      writing(
        '.cursor/agents/reviewer.mdc',
        '---\nname: reviewer\ndescription: Reviews changes.\n---\n',
      ),
      /empty-prompt: [\s\S]*--> \.cursor\/agents\/reviewer\.mdc/,
    );
  });

  it('reports that two agents share a name, and that they no longer do', () => {
    const { received, writing } = watching({ [claude]: withTools('Read') });
    received();
    assert.match(writing(other, withTools('Read')), /duplicate-name/);
    const parted = writing(other, withTools('Read').replace('reviewer', 'tester'));
    assert.match(parted, /other\.md: no conflicts with other agents remaining/);
    assert.match(writing(other, withTools('Read')), /duplicate-name/);
  });

  it('reports what a saved file changes in others, and forgets a deleted file', () => {
    const agents = { [claude]: withTools('Read'), [other]: named('tester', 'Read') };
    const third = '.claude/agents/third.md';
    const { received, writing } = watching({ ...agents, [third]: named('third', 'Read, Foo') });
    received();
    const conflict = writing(other, withTools('Read'));
    assert.match(conflict, /warning duplicate-name: "reviewer"[\s\S]*3 files, .*2 warnings/);
    assert.match(writing(other, named('tester', 'Read')), /no conflicts with other agents/);
    assert.match(writing(third, named('third', 'Read')), /third\.md: no problems remaining/);
    assert.match(writing(other, named('tester', 'Read, Bar')), /3 files, 0 errors, 1 warning\n/);
    assert.equal(writing(third, null), '');
    assert.match(writing(other, named('tester', 'Read, Baz')), /2 files, 0 errors, 1 warning\n/);
  });

  it('survives a configuration that is being edited', () => {
    const { received, writing } = watching({ [claude]: withTools('Foo, Read') });
    received();
    assert.match(
      writing('dossier.config.json', '{ "rules"'),
      /^dossier: dossier\.config\.json:1:10: /,
    );
    const fixed = writing('dossier.config.json', '{ "allowedTools": ["Foo"] }');
    assert.match(fixed, /no problems remaining/);
  });

  it('requires the human format and a file system with change events', () => {
    for (const more of [['--format', 'json'], ['--fix'], ['--write-baseline', 'x.json'], []]) {
      const { code, err } = running({ [claude]: withTools('Read') }, ['check', '--watch', ...more]);
      const refused =
        more.length > 0 ? 'dossier: --watch cannot be combined with ' : 'dossier: --watch ';
      assert.deepEqual([code, err.startsWith(refused)], [2, true], err);
    }
  });
});

describe('a watched folder of real files', () => {
  it('reports files, also in folders that were created later, but not ignored ones', async () => {
    const root = mkdtempSync(path.join(tmpdir(), 'dossier-watch-'));
    const [seen, seenByOther]: [string[], string[]] = [[], []];
    const name = (found: string): string => path.basename(found);
    const put = (...names: readonly string[]): void =>
      writeFileSync(path.join(root, ...names), 'x');
    mkdirSync(path.join(root, 'node_modules'));
    const end = watchFolder(root, (found) => seen.push(name(found)));
    const endOther = watchFolder(root, (found) => seenByOther.push(name(found)));
    try {
      put('a.md');
      await toHold(seen, 'a.md');
      mkdirSync(path.join(root, 'new'));
      await toHold(seen, 'new');
      put('new', 'b.md');
      await toHold(seen, 'b.md');
      put('node_modules', 'c.md');
      put('later.md');
      await toHold(seen, 'later.md');
      assert.ok(!seen.includes('c.md'), seen.join());
      end();
      seen.length = 0;
      put('d.md');
      await toHold(seenByOther, 'd.md');
      assert.deepEqual(seen, []);
    } finally {
      end();
      endOther();
      rmSync(root, { recursive: true, force: true });
    }
  });
});

/** Ends once the system has reported the file; the time limit of the test is the only other end. */
async function toHold(seen: readonly string[], file: string): Promise<void> {
  while (!seen.includes(file)) await new Promise((resolve) => setImmediate(resolve));
}
