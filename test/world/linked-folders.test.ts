// Folders of agents behind symbolic links, as the commands and the server see them.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';

const agent = (name: string): string =>
  `---\nname: ${name}\ndescription: Reviews.\ntools: Read, MultiEdit, Edit\n---\nReview.\n`;

describeOnPosix('folders behind symbolic links', () => {
  let disk: DiskFolder;

  beforeEach(() => {
    disk = diskFolder();
    mkdirSync(disk.at('.git'));
  });
  afterEach(() => disk.remove());

  /** The checked files with findings, and everything else that was printed. */
  const checked = (...argv: readonly string[]): readonly [readonly string[], string] => {
    const { out, err } = disk.run('check', '--format', 'json', ...argv);
    const { findings } = JSON.parse(out) as { findings: { file: string; rule: string }[] };
    const found = findings.filter(({ rule }) => rule === 'removed-tool');
    return [found.map(({ file }) => file).sort(), err];
  };

  for (const [what, link, target, file, path] of [
    [
      'a folder of agents',
      '.claude/agents',
      '../common/agents',
      'common/agents/a.md',
      '.claude/agents/a.md',
    ],
    ['the folder of a program', '.claude', '.agents/claude', '.agents/claude/agents/a.md', ''],
    [
      'a folder below the folder of agents',
      '.claude/agents/team',
      '../../team',
      'team/deep/a.md',
      '.claude/agents/team/deep/a.md',
    ],
    [
      'a folder of another program',
      '.opencode/agent',
      '../common',
      'common/a.md',
      '.opencode/agent/a.md',
    ],
  ] as const)
    it(`are searched: ${what}`, () => {
      disk.write(file, agent('a').replace('tools: Read, MultiEdit, Edit\n', ''));
      disk.link(link, target);
      const { out, err, code } = disk.run('list', '--format', 'json');
      const { agents } = JSON.parse(out) as { agents: { file: string }[] };
      assert.deepEqual([err, code], ['', 0]);
      assert.deepEqual(
        [...new Set(agents.map((one) => one.file))],
        [path || '.claude/agents/a.md'],
      );
    });

  it('are checked, and fixed at the target', () => {
    disk.write('common/agents/a.md', agent('a'));
    disk.link('.claude/agents', '../common/agents');
    assert.deepEqual(checked(), [['.claude/agents/a.md'], '']);
    disk.run('check', '--fix');
    assert.doesNotMatch(readFileSync(disk.at('common/agents/a.md'), 'utf8'), /MultiEdit/);
  });

  it('are searched outside of the current folder, but inside the repository', () => {
    disk.write('common/agents/a.md', agent('a'));
    disk.link('packages/one/.claude/agents', '../../../common/agents');
    assert.deepEqual(checked('packages/one'), [['packages/one/.claude/agents/a.md'], '']);
  });

  it('are not searched twice if their files are read in the same way at their own place', () => {
    disk.write('.claude/agents/a.md', agent('a'));
    for (const name of ['one', 'two']) disk.link(`packages/${name}/.claude`, '../../.claude');
    disk.link('packages/three/.claude/agents', '../../../.claude/agents');
    assert.deepEqual(checked(), [['.claude/agents/a.md'], '']);
    assert.deepEqual(checked('packages/one'), [['packages/one/.claude/agents/a.md'], '']);
    // Another program reads them as its own.
    disk.link('.opencode/agent', '../.claude/agents');
    assert.deepEqual(
      JSON.parse(disk.run('list', '--format', 'json').out).agents.map(
        ({ host, file }: { host: string; file: string }) => [host, file],
      ),
      [
        ['claude-code', '.claude/agents/a.md'],
        ['opencode', '.opencode/agent/a.md'],
      ],
    );
  });

  it('are searched once if links form cycles', () => {
    disk.write('.claude/agents/a.md', agent('a'));
    disk.write('team/b.md', agent('b'));
    disk.link('.claude/agents/team', '../../team');
    disk.link('team/back', '../.claude/agents');
    disk.link('team/self', '.');
    disk.link('.claude/agents/root', '../..');
    assert.deepEqual(checked(), [['.claude/agents/a.md', '.claude/agents/team/b.md'], '']);
  });

  it('are searched in bounded time if links lead to each other in many ways', () => {
    const names = 'abcdefghijkl'.split('');
    for (const name of names) {
      disk.write(`teams/${name}/agent.md`, agent(name));
      for (const other of names)
        if (other !== name) disk.link(`teams/${name}/${other}`, `../${other}`);
    }
    disk.link('.claude/agents', '../teams');
    const { err, code } = disk.run('list');
    assert.match(err, /More than 1,000 symbolic links lead to folders/);
    assert.equal(code, 2);
    assert.ok(err.length < 10_000, `${err.length}`);
  });

  it('are searched outside of the project where the program reads them there, and never changed', () => {
    const outside = diskFolder();
    outside.write('agents/a.md', agent('a'));
    outside.link('agents/back', disk.root);
    disk.link('.claude/agents', `${outside.root}/agents`);
    assert.deepEqual(checked(), [['.claude/agents/a.md'], '']);
    const { out } = disk.run('list', '--format', 'json');
    const { agents } = JSON.parse(out) as { agents: { file: string }[] };
    assert.deepEqual(
      agents.map(({ file }) => file),
      ['.claude/agents/a.md'],
    );
    const { err, code } = disk.run('check', '--fix');
    assert.match(err, /\.claude\/agents\/a\.md: .*outside of/);
    assert.equal(code, 2);
    assert.equal(readFileSync(outside.at('agents/a.md'), 'utf8'), agent('a'));
    outside.remove();
  });

  it('are reported outside of the project where no program is known to read them there', () => {
    const outside = diskFolder();
    outside.write('agents/a.agent.md', agent('a'));
    disk.link('.github/agents', `${outside.root}/agents`);
    const { err, code } = disk.run('list');
    assert.match(err, /^dossier: \.github\/agents: .* outside of the project, and is not followed/);
    assert.equal(code, 2);
    outside.remove();
  });

  it('are searched in bounded time outside of the project', () => {
    const outside = diskFolder();
    for (let at = 0; at < 1_010; at++) mkdirSync(outside.at(`many/${at}`), { recursive: true });
    disk.link('.claude/agents', `${outside.root}/many`);
    const { err, code } = disk.run('check');
    assert.equal(
      err.replace(/agents\/\d+:/, 'agents/N:'),
      'dossier: .claude/agents/N: Symbolic links lead to more than 1,000 folders outside of the project, so this one and those after it are not searched. Remove a link.\n',
    );
    assert.equal(code, 2);
    outside.remove();
  });

  it('of build tools are not searched', () => {
    disk.write('.claude/agents/a.md', agent('a'));
    disk.link('bazel-out', '/usr/share');
    disk.link('result', '/');
    disk.link('current', '.claude');
    assert.deepEqual(checked(), [['.claude/agents/a.md'], '']);
  });

  it('and names that are not UTF-8 are reported, and everything else is searched', () => {
    disk.write('.claude/agents/a.md', agent('a'));
    const bytes = (...parts: readonly (string | number)[]): Buffer =>
      Buffer.concat(
        parts.map((one) => (typeof one === 'number' ? Buffer.of(one) : Buffer.from(one))),
      );
    const folder = disk.at('.claude/agents');
    writeFileSync(bytes(`${folder}/b`, 0xe9, '.md'), agent('b'));
    mkdirSync(bytes(`${folder}/c`, 0xe9));
    mkdirSync(bytes(disk.at('other'), 0xe9));
    disk.write('.claude/agents/d\ufffd.md', agent('d'));
    const { out, err, code } = disk.run('check', '--format', 'json');
    const message = 'The name is not valid UTF-8, so the file cannot be read. Rename it.';
    assert.equal(
      err,
      ['b\ufffd.md', 'c\ufffd']
        .map((name) => `dossier: .claude/agents/${name}: ${message}\n`)
        .join(''),
    );
    assert.equal((JSON.parse(out) as { files: number }).files, 2);
    assert.equal(code, 2);
    const converted = disk.run('convert', '.claude', '--to', 'opencode', '--write');
    assert.equal(converted.code, 2);
    assert.deepEqual(readdirSync(disk.at('.opencode/agent')), ['a.md', 'd.md']);
  });

  it('and folders that cannot be read are reported', function () {
    if (process.getuid?.() === 0) this.skip(); // Root may read everything.
    disk.write('.claude/agents/a.md', agent('a'));
    disk.write('.claude/agents/locked/b.md', agent('b'));
    chmodSync(disk.at('.claude/agents/locked'), 0);
    const { err, code } = disk.run('check');
    chmodSync(disk.at('.claude/agents/locked'), 0o700);
    assert.equal(
      err,
      'dossier: .claude/agents/locked: You do not have permission to read the folder.\n',
    );
    assert.equal(code, 2);
  });
});
