// Which links to files are read, by where the link and its target are.
import assert from 'node:assert/strict';
import { nodeFileSystem } from '../../server/world/node';
import { type DiskFolder, diskFolder } from '../support/disk-folder';
import { describeOnPosix } from '../support/posix';

describeOnPosix('a symbolic link to a file', () => {
  let disk: DiskFolder;
  const home = process.env.HOME;

  beforeEach(() => {
    disk = diskFolder();
    process.env.HOME = disk.at('home');
    disk.write('secret', 'Secret.');
    disk.write('shared/agent.md', 'Shared.');
    disk.write('w/hooks', 'Hooks.');
    disk.write('shared/settings.json', 'Settings.');
  });
  afterEach(() => {
    process.env.HOME = home;
    disk.remove();
  });

  /** The text behind a link at a path, in a folder where `.git` makes repositories of others. */
  const read = (link: string, target: string, repositories: readonly string[] = []): string => {
    for (const one of repositories) disk.write(`${one}/.git/HEAD`, '');
    disk.link(link, disk.at(target));
    const text = nodeFileSystem.read(disk.at(link));
    return typeof text === 'string' ? text : text.problem;
  };

  for (const [what, link, target, repositories, expected] of [
    ['out of a repository', 'w/.mcp.json', 'secret', ['w'], 'unreadable'],
    ['out of a repository, as Markdown', 'w/a.md', 'secret', ['w'], 'unreadable'],
    ['to Markdown out of a repository', 'w/a.md', 'shared/agent.md', ['w'], 'Shared.'],
    ['inside a repository', '.mcp.json', 'secret', ['.'], 'Secret.'],
    ['out of a folder that is none', 'w/.mcp.json', 'secret', [], 'unreadable'],
    ['inside a folder that is none', 'w/.codex/hooks.json', 'w/hooks', [], 'Hooks.'],
    ['of a project in a hidden folder', 'home/.w/p/.codex/hooks.json', 'secret', [], 'unreadable'],
    ['out of a project in the home folder', 'home/w/a.json', 'secret', ['home/w'], 'unreadable'],
    ['in a folder of the user', 'home/.claude/settings.json', 'secret', [], 'Secret.'],
    ['in one that is a repository', 'home/.claude/s.json', 'secret', ['home/.claude'], 'Secret.'],
    ['in one below it', 'home/.trees/w/s.json', 'secret', ['home/.trees/w'], 'unreadable'],
  ] as const)
    it(`${what} is ${expected === 'unreadable' ? 'not read' : 'read'}`, () => {
      assert.equal(read(link, target, repositories), expected);
    });

  it('of a folder leads no other file out of the project', () => {
    disk.write('w/.git/HEAD', '');
    disk.link('w/.claude', disk.at('shared'));
    const text = nodeFileSystem.read(disk.at('w/.claude/settings.json'));
    assert.equal(typeof text === 'string' ? text : text.problem, 'unreadable');
    assert.equal(nodeFileSystem.read(disk.at('w/.claude/agent.md')), 'Shared.');
  });
});
