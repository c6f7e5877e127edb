// Which host a file outside every host's folder was written for, and which files are another program's.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const hostsOf = (path: string, lines: string): readonly string[] => {
  // A field that no host has, and that looks as if one read it: each host that judges the file reports it.
  const text = `---\n${lines}\nx_schema:\n  a: 1\n---\n\nYou build.\n`;
  const { json } = running({ [path]: text }, ['check', '--loose', '--format', 'json']);
  const { findings } = json as { findings: { rule: string; host: string }[] };
  return findings.flatMap(({ rule, host }) => (rule === 'unknown-field' ? host : []));
};
const plain = 'name: builder\ndescription: Builds.';

describe('a file that looks like an agent', () => {
  it("is another program's in a folder of agents below a hidden folder that is no host's", () => {
    for (const path of [
      '.mesh/agents/builder.md',
      '.mesh/packs/x/agents/builder.md',
      '.other/subagents/builder.md',
      'web/.other/agent/team/builder.md',
    ])
      assert.deepEqual(hostsOf(path, plain), [], path);
    for (const path of [
      'agents/builder.md',
      '.config/agents/builder.md',
      '.dotfiles/claude/agents/builder.md',
      '.mesh/worktrees/a/agents/builder.md',
      '.mesh/notes/builder.md',
    ])
      assert.deepEqual(hostsOf(path, plain), ['claude-code'], path);
  });

  it('is no agent in a folder of commands, or as the file of a skill', () => {
    const lines = `${plain}\nallowed-tools: Read\nmodel: sonnet`;
    for (const path of ['plugins/x/commands/build.md', 'commands/git/pr.md', 'skills/x/SKILL.md'])
      assert.deepEqual(hostsOf(path, lines), [], path);
    assert.ok(hostsOf('plugins/x/agents/build.md', lines).includes('claude-code'));
  });

  it('is of the host whose fields it has, whatever their values', () => {
    const lines = `${plain}\npermissionMode: full\nmaxTurns: many\ntools: All tools\nmodel: claude-3-opus`;
    assert.deepEqual(hostsOf('catalog/builder.md', lines), ['claude-code']);
  });

  it('is of the host whose words it has, although its name ends as those of others', () => {
    const path = 'skills/x/builder.agent.md';
    const own = 'tools: [Agent, Read, Bash]\nmodel: inherit';
    assert.deepEqual(hostsOf(path, `${plain}\n${own}`), ['claude-code']);
    assert.ok(!hostsOf(path, `${plain}\ntools: [Agent, Read, Bash]`).includes('claude-code'));
    assert.ok(
      !hostsOf(path, `${plain}\ntools: [read, edit]\nmodel: inherit`).includes('claude-code'),
    );
  });
});
