// Which hosts read an agent of a plugin, as its owner or as a guest. What each does with the manifest is in the recorded cases.
import assert from 'node:assert/strict';
import { verbatim } from '../../server/text/message';
import { placesOf } from '../support/catalog';

/** `copilot-cli owner` for each host that reads the file in a project with these other files. */
function readers(path: string, files: Readonly<Record<string, string>>): readonly string[] {
  const around = {
    has: (file: string) => files[file] !== undefined,
    read: (file: string) => files[file] ?? ({ problem: 'absent', message: verbatim('') } as const),
  };
  return placesOf(path, around).map(({ host, role }) => `${host.id} ${role}`);
}

const named = '{ "name": "tools" }';
const standard =
  '{ "$schema": "https://agent-plugins.org/schemas/1.0.0/plugin.schema.json", "name": "tools" }';

describe('an agent of a plugin', () => {
  it('with the manifest of one program is for that program, and others are guests', () => {
    const claude = { '/p/.claude-plugin/plugin.json': named };
    assert.deepEqual(readers('/p/agents/x.md', claude), ['claude-code owner', 'copilot-cli guest']);
    assert.deepEqual(readers('/p/agents/team/x.md', claude), ['claude-code owner']);
    for (const manifest of ['plugin.json', '.plugin/plugin.json', '.github/plugin/plugin.json'])
      assert.deepEqual(
        readers('/p/agents/x.md', { [`/p/${manifest}`]: named }),
        ['copilot-cli owner'],
        manifest,
      );
  });

  it('with the manifests of two programs is for both', () => {
    const both = { '/p/.claude-plugin/plugin.json': named, '/p/.github/plugin/plugin.json': named };
    assert.deepEqual(readers('/p/agents/x.md', both), ['claude-code owner', 'copilot-cli owner']);
  });

  it('that declares the standard is in the folder of the program', () => {
    const files = { '/p/plugin.json': standard, '/p/.claude-plugin/plugin.json': named };
    // Copilot CLI reads none in this folder, which its verdict states.
    assert.deepEqual(readers('/p/agents/x.md', files), ['claude-code owner', 'copilot-cli owner']);
    assert.deepEqual(readers('/p/com.github.copilot/agents/x.md', files), ['copilot-cli owner']);
  });

  it('that declares the standard at its root is read by that manifest, whatever others there are', () => {
    const files = { '/p/plugin.json': standard, '/p/.plugin/plugin.json': named };
    assert.deepEqual(readers('/p/com.github.copilot/agents/x.md', files), ['copilot-cli owner']);
    const other = { '/p/.github/plugin/plugin.json': standard, '/p/.plugin/plugin.json': named };
    assert.deepEqual(readers('/p/com.github.copilot/agents/x.md', other), []);
  });

  it('is where the manifest lists a file or folder', () => {
    const files = { '/p/plugin.json': '{ "name": "tools", "agents": ["./more", "a/one.md"] }' };
    assert.deepEqual(readers('/p/agents/x.md', files), []);
    assert.deepEqual(readers('/p/more/x.md', files), ['copilot-cli owner']);
    assert.deepEqual(readers('/p/more/sub/x.md', files), []);
    assert.deepEqual(readers('/p/a/one.md', files), ['copilot-cli owner']);
    assert.deepEqual(readers('/p/a/two.md', files), []);
  });

  it('is none where plugin.json is in a folder of manifests or settings', () => {
    for (const folder of ['.claude-plugin', '.codex-plugin', '.github/plugin', '.foo'])
      assert.deepEqual(
        readers(`/p/${folder}/agents/x.md`, { [`/p/${folder}/plugin.json`]: named }),
        [],
        folder,
      );
  });
});

describe('a skill or a command of a plugin', () => {
  it('with the manifest of one program is for that program, and others are guests', () => {
    const claude = { '/p/.claude-plugin/plugin.json': named };
    const skill = ['claude-code owner', 'codex guest', 'copilot-cli guest'];
    assert.deepEqual(readers('/p/skills/x/SKILL.md', claude).toSorted(), skill);
    const command = ['claude-code owner', 'copilot-cli guest'];
    assert.deepEqual(readers('/p/commands/x.md', claude).toSorted(), command);
    assert.deepEqual(readers('/p/commands/git/x.md', claude), ['claude-code owner']);
  });

  it('of the standard is where each program looks', () => {
    const files = { '/p/plugin.json': standard };
    assert.deepEqual(readers('/p/skills/x/SKILL.md', files).toSorted(), [
      'codex owner',
      'copilot-cli owner',
    ]);
    assert.deepEqual(readers('/p/commands/x.md', files), []);
    assert.deepEqual(readers('/p/com.github.copilot/commands/x.md', files), ['copilot-cli owner']);
  });

  it('is where the manifest names a folder', () => {
    const manifest = '{ "name": "tools", "skills": "./more", "commands": ["./a/one.md"] }';
    const files = { '/p/.claude-plugin/plugin.json': manifest };
    assert.deepEqual(readers('/p/more/x/SKILL.md', files).length, 3);
    // Only Claude Code adds to the usual folder of skills.
    assert.deepEqual(readers('/p/skills/x/SKILL.md', files), ['claude-code owner']);
    assert.deepEqual(readers('/p/a/one.md', files).toSorted(), [
      'claude-code owner',
      'copilot-cli guest',
    ]);
    assert.deepEqual(readers('/p/commands/x.md', files), []);
  });

  it('has no place without a manifest, in a refused plugin, or in the folder of another skill', () => {
    const skill = '/p/skills/x/SKILL.md';
    assert.deepEqual(readers(skill, {}), []);
    assert.deepEqual(readers(skill, { '/p/.claude-plugin/plugin.json': '{' }), []);
    const files = { '/p/.claude-plugin/plugin.json': named, [skill]: '' };
    assert.deepEqual(readers('/p/skills/x/more/SKILL.md', files), ['codex guest']);
    assert.deepEqual(readers('/p/skills/x/notes.md', files), []);
  });
});
