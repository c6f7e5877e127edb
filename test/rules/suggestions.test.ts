// Suggestions for an unknown word.
import assert from 'node:assert/strict';
import { nearest } from '../../server/text/nearest';
import { findingsIn } from '../support/diagnosing';
import { words } from '../support/words';

const tools = ['Bash', 'Edit', 'Grep', 'Read', 'TodoWrite', 'WebFetch', 'WebSearch', 'search'];

const suggested = (at: string, tools: string): readonly string[] =>
  findingsIn(`---\nname: a\ndescription: d\ntools: ${tools}\n---\nYou work.\n`, {
    at,
    settings: { guests: 'all' },
  }).flatMap(({ rule, host, message }) =>
    rule === 'unknown-tool' ? [`${host}: ${words(message)}`] : [],
  );

describe('the nearest word', () => {
  it('is close in proportion to its length and begins with the same letter', () => {
    for (const [written, meant] of [
      ['Bahs', 'Bash'],
      ['Bsh', 'Bash'],
      ['WebSerch', 'WebSearch'],
      ['TodoWirte', 'TodoWrite'],
      ['serach', 'search'],
      ['web_fetch', 'WebFetch'],
      ['Search', 'search'],
    ] as const)
      assert.equal(nearest(written, tools), meant, written);
  });

  it('is not found for a different word', () => {
    for (const written of ['redis', 'Audit', 'Graph', 'Exit', 'Thread', 'Rea', 'Batch', 'Group'])
      assert.notEqual(nearest(written, ['Edit', 'Grep', 'Task']), 'Edit', written);
    assert.deepEqual(
      ['redis', 'Audit', 'Graph', 'exit', 'Thread', 'Group'].map((one) => nearest(one, tools)),
      [undefined, undefined, undefined, undefined, undefined, undefined],
    );
  });

  it('is not another version of a name', () => {
    assert.equal(nearest('claude-opus-4-7', ['claude-opus-4-6']), undefined);
    assert.equal(nearest('claude-opsu-4-6', ['claude-opus-4-6']), 'claude-opus-4-6');
  });
});

describe('a suggestion for an unknown tool', () => {
  const github = '.github/agents/a.agent.md';

  it('is the tool that a known synonym means', () => {
    const found = suggested(github, '[read, terminal]').join('\n');
    assert.match(found, /^vscode: .*"terminal".*Did you mean "execute"\?$/m);
    assert.doesNotMatch(found, /copilot-cli/);
    assert.match(
      suggested('.claude/agents/a.md', 'Read, terminal').join(),
      /Did you mean "Bash"\?/,
    );
  });

  it('includes all tools of an MCP server, in the form of the host', () => {
    assert.match(
      suggested('.claude/agents/a.md', 'Read, redis').join(),
      /write "?mcp__redis"?|mcp__redis/,
    );
    const found = suggested(github, '[read, context7]').join('\n');
    assert.doesNotMatch(found, /vscode/);
    assert.match(found, /copilot-cli: .*"context7\/\*" for all of its tools/);
  });

  it('is the correct spelling of a set in the host that has it', () => {
    assert.match(
      suggested(github, '[read, serach/codebase]').join(),
      /^vscode: .*"serach\/codebase".*Did you mean "search\/codebase"\?$/m,
    );
  });
});
