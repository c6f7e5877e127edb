// `dossier check --changed`: with a scripted git, and once with the real one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changedFiles } from '../../server/cli/check/changed';
import type { Io } from '../../server/cli/io';
import { main } from '../../server/cli/main';
import { createGit } from '../../server/world/git';
import { nodeFileSystem } from '../../server/world/node';
import { catalog } from '../support/catalog';
import { type Ran, running } from '../support/running';

const text =
  '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, Foo\n---\nYou review.\n';
const files = {
  '.claude/agents/old.md': text,
  '.claude/agents/new.md': text,
  '.claude/agents/changed.md': text,
};

type Git = NonNullable<Io['git']>;

/** A git with these commits, which lists these files. */
function git(
  known: Readonly<Record<string, string>>,
  outputs: {
    readonly diff?: readonly string[];
    readonly others?: readonly string[];
    readonly prefix?: string;
  },
): { readonly ask: Git; readonly asked: string[] } {
  const asked: string[] = [];
  const answer = (out: string | undefined) =>
    out === undefined ? { code: 1, out: '', err: 'no' } : { code: 0, out, err: '' };
  const ask: Git = (args) => {
    asked.push(args.join(' '));
    const [command, ...rest] = args;
    if (rest[0] === '--show-prefix') return answer(`${outputs.prefix ?? ''}\n`);
    if (command === 'rev-parse') return answer(known[String(rest.at(-1)).replace('^{commit}', '')]);
    if (command === 'merge-base') return answer(known[`${rest[0]}...${rest[1]}`]);
    const list = command === 'diff' ? outputs.diff : outputs.others;
    return answer((list ?? []).map((file) => `${file}\0`).join(''));
  };
  return { ask, asked };
}

const checked = ({ out }: Ran): string[] => [
  ...new Set([...out.matchAll(/--> (\S+?):/g)].flatMap(([, file]) => file ?? [])),
];

describe('dossier check --changed', () => {
  it('looks at what differs from the default branch, and at what git does not know yet', () => {
    const { ask, asked } = git(
      { HEAD: 'h', 'refs/remotes/origin/main': 'm', 'refs/remotes/origin/main...HEAD': 'base' },
      { diff: ['.claude/agents/changed.md', 'README.md'], others: ['.claude/agents/new.md'] },
    );
    const ran = running(files, ['check', '--changed'], '', { git: ask });
    assert.deepEqual(checked(ran), ['.claude/agents/changed.md', '.claude/agents/new.md']);
    assert.ok(asked.some((line) => line.startsWith('diff ') && line.endsWith(' base --')));
  });

  it('takes a base, and a path behind it for a path', () => {
    const { ask, asked } = git(
      { 'v1.0': 'one', 'one...HEAD': 'left' },
      { diff: Object.keys(files) },
    );
    const two = running(files, ['check', '--changed', 'v1.0', '.claude/agents/old.md'], '', {
      git: ask,
    });
    assert.deepEqual(checked(two), ['.claude/agents/old.md']);
    assert.ok(asked.some((line) => line.endsWith(' left --')));
    const none = git({ HEAD: 'h' }, { diff: ['.claude/agents/new.md'] });
    const path = running(files, ['check', '--changed', '.claude'], '', { git: none.ask });
    assert.deepEqual(checked(path), ['.claude/agents/new.md']);
    assert.ok(none.asked.some((line) => line.endsWith(' HEAD --')));
  });

  it('resolves paths from the root of the repository in any folder', () => {
    const { ask } = git(
      { HEAD: 'h' },
      { diff: ['project/.claude/agents/new.md'], prefix: 'project/' },
    );
    assert.deepEqual(checked(running(files, ['check', '--changed'], '', { git: ask })), [
      '.claude/agents/new.md',
    ]);
  });

  it('reports that nothing has changed', () => {
    const { ask } = git({ HEAD: 'h' }, {});
    const { code, err } = running(files, ['check', '--changed'], '', { git: ask });
    assert.deepEqual(
      [code, err],
      [0, 'dossier: no agent file has changed since the last commit\n'],
    );
  });

  it('ends with 2 outside a repository, for a base that is not there, and without git', () => {
    const outside: Git = () => ({ code: 128, out: '', err: 'fatal: not a git repository' });
    const fails = (argv: readonly string[], ask?: Git): string => {
      const { code, out, err } = running(files, ['check', ...argv], '', ask && { git: ask });
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    assert.match(
      fails(['--changed'], outside),
      /requires a git repository, but this folder is not in one/,
    );
    assert.match(fails(['--changed=gone'], git({}, {}).ask), /unknown git revision "gone"/);
    assert.match(fails(['--changed=--output=x'], git({}, {}).ask), /unknown git revision/);
    assert.match(fails(['--changed']), /requires git/);
  });
});

describe('dossier check --changed, with the real git', () => {
  it('sees commits of the branch, changes, new files and renames, and no deleted ones', () => {
    const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-changed-')));
    try {
      const run = (...args: readonly string[]): void => {
        const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
        execFileSync('git', ['-C', root, ...who, ...args], { stdio: 'pipe' });
      };
      const put = (name: string, tools: string): void =>
        writeFileSync(path.join(root, '.claude/agents', name), text.replace('Foo', tools));
      mkdirSync(path.join(root, '.claude/agents'), { recursive: true });
      run('init', '--initial-branch=main');
      for (const name of ['old.md', 'gone.md', 'edited.md', 'before.md'])
        put(name, name.slice(0, 3));
      run('add', '.');
      run('commit', '-m', 'first');
      run('checkout', '-b', 'work');
      put('committed.md', 'Com');
      run('mv', '.claude/agents/before.md', '.claude/agents/after.md');
      run('rm', '.claude/agents/gone.md');
      run('add', '.');
      run('commit', '-m', 'second');
      put('edited.md', 'Changed');
      put('ünknown to git.md', 'New');
      let out = '';
      const io: Io = {
        out: (part) => {
          out += part;
        },
        err: (part) => {
          out += part;
        },
        stdin: () => '',
        color: false,
        git: createGit(root),
      };
      const world = { ...nodeFileSystem, cwd: root, catalog };
      const code = main(['check', '--changed', '--format', 'json', root], {
        world,
        io,
        lsp: () => {},
      });
      const { findings } = JSON.parse(out) as { findings: { file: string }[] };
      const seen = [...new Set(findings.map(({ file }) => path.basename(file)))].sort();
      assert.deepEqual(seen, ['after.md', 'committed.md', 'edited.md', 'ünknown to git.md']);
      assert.equal(code, 0);
      const elsewhere = createGit(tmpdir())(['rev-parse', '--show-prefix']);
      assert.match(elsewhere.err, /not a git repository/);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });

  it('runs nothing that a submodule configures', () => {
    const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-submodule-')));
    try {
      const run = (folder: string, ...args: readonly string[]): void => {
        const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
        const local = ['-c', 'protocol.file.allow=always'];
        execFileSync('git', ['-C', path.join(root, folder), ...who, ...local, ...args], {
          stdio: 'pipe',
        });
      };
      for (const folder of ['library', 'project']) {
        mkdirSync(path.join(root, folder));
        run(folder, 'init', '--initial-branch=main');
        writeFileSync(path.join(root, folder, 'agent.md'), text);
        run(folder, 'add', '.');
        run(folder, 'commit', '-m', 'first');
      }
      run('project', 'submodule', 'add', '../library', 'library');
      run('project', 'commit', '-m', 'with the library');
      const trace = path.join(root, 'ran');
      run('project/library', 'config', 'core.fsmonitor', `sh -c 'touch "${trace}"'`);
      // Git looks into the submodule only if something has changed there.
      writeFileSync(path.join(root, 'project/library/agent.md'), `${text}More.\n`);
      run('project', 'diff', '--name-only', 'HEAD');
      assert.ok(existsSync(trace), 'without protection it runs');
      rmSync(trace);
      const project = path.join(root, 'project');
      const changed = changedFiles(
        '',
        { ...nodeFileSystem, cwd: project, catalog },
        { out: () => {}, err: () => {}, stdin: () => '', color: false, git: createGit(project) },
      );
      assert.equal(changed.since, 'main');
      assert.equal(changed.has(path.join(project, 'library')), false);
      assert.equal(existsSync(trace), false);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
