// Whether Claude Code starts an agent whose tools are all denied: the rule across `tools` and `disallowedTools`.
import assert from 'node:assert/strict';
import { viewAt } from '../../support/viewing';

const runs = (tools: string, denied: string): boolean | null | undefined =>
  viewAt(
    `---\nname: a\ndescription: d\ntools: ${tools}\ndisallowedTools: ${denied}\n---\nWork.\n`,
    {},
  ).verdicts()[0]?.runs;

describe('Claude Code', () => {
  it('starts an agent whose tool of a server is denied by its name', () =>
    assert.equal(runs('mcp__x__y', 'mcp__x__y'), true));

  it('refuses it where the denial has parentheses, which remove the tool without naming it', () =>
    assert.equal(runs('mcp__x__y', 'mcp__x__y(z)'), false));

  it('starts it only with the server where another tool is denied', () =>
    assert.equal(runs('mcp__x__y', 'mcp__x__z(a)'), null));
});
