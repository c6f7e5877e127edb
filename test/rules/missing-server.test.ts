// MCP servers that an agent uses and that are not configured, with and without the files of the user's home.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { defaultContext } from '../../server/hosts/model/context';
import { rule } from '../../server/rules/all/missing-server';
import { applyEdits } from '../../server/text/edit';
import { companionsAt } from '../../server/workspace/companions/files';
import { readCompanion } from '../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../server/workspace/index';
import { knownAgents } from '../../server/workspace/known-agents';
import { catalog, mainHosts, placesOf } from '../support/catalog';
import { reportedBy } from '../support/reporting';
import { words } from '../support/words';

const path = '/p/.claude/agents/triage.md';

function messagesFor(head: string, servers: string | null, seesHome: boolean): readonly string[] {
  const index = new WorkspaceIndex(catalog);
  const text = `---\nname: triage\ndescription: Sorts issues.\n${head}\n---\nYou sort.\n`;
  const outline = outlineOf(text);
  index.put(path, knownAgents(outline, placesOf(path), defaultContext));
  if (servers !== null) {
    const file = '/p/.mcp.json';
    const json = JSON.stringify({ mcpServers: { [servers]: { command: 'x' } } });
    index.putCompanion(file, readCompanion(json, companionsAt(file, mainHosts)));
  }
  index.seeHome(seesHome);
  return index
    .at(path)
    .filter(({ place }) => place.role === 'owner')
    .flatMap((agent) => rule.across?.({ catalog, agent, workspace: index }) ?? [])
    .map(({ severity, message }) => `${severity} ${words(message)}`);
}

describe('MCP servers that are not configured', () => {
  const only = 'tools: mcp__tracker__find, mcp__tracker__close';

  it('keep an agent without other tools from starting', () => {
    const sure = messagesFor(only, null, true);
    assert.deepEqual(sure, [
      'warning All tools of this agent come from MCP servers that are not configured in this project or your home folder, so Claude Code does not start it. Add "tracker" to .mcp.json.',
    ]);
    // The home may hold one.
    assert.match(messagesFor(only, null, false).join(), /^information .* in this project, so /);
    assert.deepEqual(messagesFor(only, 'tracker', true), []);
    assert.deepEqual(messagesFor(`${only}, Read`, null, false), []);
  });

  it('are named with the file that lacks them', () => {
    const [first, ...others] = messagesFor('tools: Read, mcp__tracker__find', 'database', true);
    assert.equal(others.length, 0);
    assert.match(
      first ?? '',
      /^warning The MCP server "tracker" is not configured in \.mcp\.json\. .* Configure it there, or remove it here\.$/,
    );
  });

  it('are reported once, however many of their tools are named', () => {
    const found = messagesFor(
      'tools: Read, mcp__trackr__a, mcp__trackr__b\nmcpServers: [trackr]',
      'tracker',
      true,
    );
    assert.deepEqual(found, [
      'information No MCP server named "trackr" was found. Claude Code silently starts the agent without its tools. Did you mean "tracker"?',
    ]);
  });

  it('leave no tools if the intended one is misspelled', () => {
    assert.deepEqual(messagesFor('tools: mcp__trackr__a, mcp__trackr__b', 'tracker', true), [
      'information No MCP server named "trackr" was found. The agent has no tools left, and Claude Code does not start it. Did you mean "tracker"?',
    ]);
    assert.match(
      messagesFor('tools: mcp__trackr__a, mcp__tracker__b', 'tracker', true).join(),
      /starts/,
    );
  });

  it('are left to the program that they are configured for', () => {
    const index = new WorkspaceIndex(catalog);
    const shared = '/p/.github/agents/triage.agent.md';
    const text =
      '---\nname: triage\ndescription: Sorts.\ntools: [read, "figma/*"]\n---\nYou sort.\n';
    index.put(shared, knownAgents(outlineOf(text), placesOf(shared), defaultContext));
    const put = (file: string, json: string): unknown =>
      index.putCompanion(file, readCompanion(json, companionsAt(file, mainHosts)));
    put('/p/.mcp.json', '{ "mcpServers": { "database": { "command": "x" } } }');
    index.seeHome(true);
    const found = (): readonly string[] =>
      index
        .at(shared)
        .flatMap((agent) => rule.across?.({ catalog, agent, workspace: index }) ?? [])
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
      assert.deepEqual(messagesFor(`tools: Read, ${tool}`, 'database', true), [], tool);
    const own = 'tools: mcp__own__find\nmcpServers:\n  - own:\n      command: own';
    assert.deepEqual(messagesFor(own, null, true), []);
  });
});

// What the program does with a plugin's server is recorded in test/hosts/cases/claude-code/README.md.
describe('MCP servers of a plugin', () => {
  const servers = '{ "mcpServers": { "my browser": { "command": "x" } } }';
  const inPlugin = (
    tools: string,
    others: Readonly<Record<string, string>> = { 'p/.mcp.json': servers },
  ): readonly string[] => {
    const text = `---\nname: e2e\ndescription: Tests.\ntools: ${tools}\n---\nYou test.\n`;
    return reportedBy('missing-server', {
      'p/.claude-plugin/plugin.json': '{ "name": "my.tests" }',
      'p/agents/e2e.md': text,
      ...others,
    });
  };
  const name = 'plugin_my_tests_my_browser';

  it('are found under the name of the plugin only', () => {
    assert.deepEqual(inPlugin(`Read, mcp__${name}__open`), []);
    for (const written of ['my_browser', 'my_browsr'])
      assert.deepEqual(inPlugin(`Read, mcp__${written}__open, mcp__${written}__click`), [
        `warning No MCP server named "${written}" was found. Claude Code silently starts the agent without its tools. In "tools", this plugin's server is named "${name}". Use that name.`,
      ]);
    assert.deepEqual(inPlugin('mcp__my_browser__open'), [
      `warning No MCP server named "my_browser" was found. The agent has no tools left, and Claude Code does not start it. In "tools", this plugin's server is named "${name}". Use that name.`,
    ]);
  });

  it('may be in the manifest, and be those of the project under their own name', () => {
    const manifest = `{ "name": "my.tests", ${servers.slice(1)}`;
    const [found] = inPlugin('Read, mcp__my_browser__open', {
      'p/.claude-plugin/plugin.json': manifest,
    });
    assert.match(found ?? '', /plugin_my_tests_my_browser/);
    const ofBoth = { 'p/.mcp.json': servers, '.mcp.json': servers };
    assert.deepEqual(inPlugin('Read, mcp__my_browser__open', ofBoth), []);
    assert.deepEqual(inPlugin('Read, mcp__tracker__open'), []);
  });

  it('are written with their whole name by the fix', () => {
    const files = {
      'p/.claude-plugin/plugin.json': '{ "name": "my.tests" }',
      'p/.mcp.json': servers,
    };
    const head = (server: string): string => `tools: mcp__${server}__a, mcp__${server}__b`;
    const index = new WorkspaceIndex(catalog);
    const at = '/w/p/agents/e2e.md';
    const around = {
      has: (file: string): boolean => Object.keys(files).some((one) => file === `/w/${one}`),
      read: (file: string): string => new Map(Object.entries(files)).get(file.slice(3)) ?? '',
    };
    const text = `---\nname: e2e\ndescription: d\n${head('my_browser')}\n---\nYou test.\n`;
    index.put(at, knownAgents(outlineOf(text), placesOf(at, around), defaultContext));
    const json = '/w/p/.mcp.json';
    index.putCompanion(json, readCompanion(servers, companionsAt(json, mainHosts, around)));
    const [found] = index
      .at(at)
      .flatMap((agent) => rule.across?.({ catalog, agent, workspace: index }) ?? []);
    const edits = found?.fixes?.[0]?.edits() ?? [];
    assert.match(applyEdits(text, edits), new RegExp(head(name)));
  });
});
