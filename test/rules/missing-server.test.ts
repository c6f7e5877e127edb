// MCP servers that an agent names and nobody configures, by what is known of the user's home.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { defaultContext } from '../../server/hosts/context';
import { mainHosts, placesOf } from '../../server/hosts/places';
import { rule } from '../../server/rules/all/missing-server';
import { WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { neighboursAt } from '../../server/workspace/neighbours/files';
import { readBeside } from '../../server/workspace/neighbours/read';

const path = '/p/.claude/agents/triage.md';

function said(head: string, servers: string | null, seesHome: boolean): readonly string[] {
  const index = new WorkspaceIndex();
  const text = `---\nname: triage\ndescription: Sorts issues.\n${head}\n---\nYou sort.\n`;
  const outline = outlineOf(text);
  index.learn(path, knownAgents(outline, placesOf(path), defaultContext));
  if (servers !== null) {
    const file = '/p/.mcp.json';
    const json = JSON.stringify({ mcpServers: { [servers]: { command: 'x' } } });
    index.putBeside(file, readBeside(json, neighboursAt(file, mainHosts)));
  }
  index.seeHome(seesHome);
  return index
    .at(path)
    .filter(({ place }) => place.role === 'owner')
    .flatMap((agent) => rule.across?.({ agent, neighbours: index }) ?? [])
    .map(({ severity, message }) => `${severity} ${message}`);
}

describe('MCP servers that nobody configures', () => {
  const only = 'tools: mcp__tracker__find, mcp__tracker__close';

  it('keep an agent without other tools from starting', () => {
    const sure = said(only, null, true);
    assert.deepEqual(sure, [
      'warning All tools of this agent come from MCP servers, and none of them is configured in this project or your home. Claude Code refuses to start the agent without one. Add "tracker" to .mcp.json.',
    ]);
    // The home may hold one.
    assert.match(said(only, null, false).join(), /^information .* in this project\. /);
    assert.deepEqual(said(only, 'tracker', true), []);
    assert.deepEqual(said(`${only}, Read`, null, false), []);
  });

  it('are named with the file that lacks them', () => {
    const [first, ...others] = said('tools: Read, mcp__tracker__find', 'database', true);
    assert.equal(others.length, 0);
    assert.match(
      first ?? '',
      /^warning The MCP server "tracker" is not configured in \.mcp\.json\. .* Add it there, or remove it here\.$/,
    );
  });

  it('are left to the program that they are configured for', () => {
    const index = new WorkspaceIndex();
    const shared = '/p/.github/agents/triage.agent.md';
    const text =
      '---\nname: triage\ndescription: Sorts.\ntools: [read, "figma/*"]\n---\nYou sort.\n';
    index.learn(shared, knownAgents(outlineOf(text), placesOf(shared), defaultContext));
    const put = (file: string, json: string): unknown =>
      index.putBeside(file, readBeside(json, neighboursAt(file, mainHosts)));
    put('/p/.mcp.json', '{ "mcpServers": { "database": { "command": "x" } } }');
    index.seeHome(true);
    const found = (): readonly string[] =>
      index
        .at(shared)
        .flatMap((agent) => rule.across?.({ agent, neighbours: index }) ?? [])
        .map(({ severity }) => severity);
    assert.deepEqual(found(), ['warning']);
    put('/p/.vscode/mcp.json', '{ "servers": { "figma": { "command": "x" } } }');
    assert.ok(!found().includes('warning'));
  });

  it('may come from an account, a plugin or the agent itself', () => {
    for (const tool of [
      'mcp__claude_ai_Linear__find',
      'mcp__plugin_x_y__find',
      'mcp__ide__getDiagnostics',
    ])
      assert.deepEqual(said(`tools: Read, ${tool}`, 'database', true), [], tool);
    const own = 'tools: mcp__own__find\nmcpServers:\n  - own:\n      command: own';
    assert.deepEqual(said(own, null, true), []);
  });
});
