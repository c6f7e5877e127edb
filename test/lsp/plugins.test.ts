// What each program loads of a plugin in an open folder, through the server.
import assert from 'node:assert/strict';
import { type PluginAnswer, pluginMethod } from '../../server/protocol/protocol';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const agent = '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';

describe('lsp/plugins', () => {
  let session: Session;
  before(async () => {
    session = await serving({
      world: memoryFileSystem(
        {
          '/w/README.md': '# x\n',
          '/w/plugins/pp/.claude-plugin/plugin.json': '{ "name": "pp" }\n',
          '/w/plugins/pp/agents/reviewer.md': agent,
          '/w/plugins/pp/.mcp.json': '{ "mcpServers": { "db": { "command": "node" } } }\n',
          '/w/plugins/pp/node_modules/x/skills/s/SKILL.md': agent,
          '/other/.claude-plugin/plugin.json': '{ "name": "other" }\n',
        },
        '/w',
      ),
    });
  });
  after(() => session?.end());

  const ask = (path: string): Promise<PluginAnswer | null> =>
    session.connection.sendRequest<PluginAnswer | null>(pluginMethod, { uri: `file://${path}` });
  const cells = (answer: PluginAnswer | null, file: string): readonly string[] =>
    (answer?.plugin.parts ?? []).flatMap((part) =>
      part.file === file
        ? part.programs.map(({ host, isLoaded, name }) => `${host} ${isLoaded} ${name}`)
        : [],
    );

  for (const path of [
    '/w/plugins/pp',
    '/w/plugins/pp/',
    '/w/plugins/pp/.claude-plugin/plugin.json',
    '/w/plugins/pp/agents/reviewer.md',
  ])
    it(`finds the plugin of ${path}`, async () => {
      const answer = await ask(path);
      assert.equal(answer?.uri, 'file:///w/plugins/pp');
      assert.equal(answer.plugin.folder, 'plugins/pp');
      const loaded = cells(answer, 'agents/reviewer.md');
      assert.ok(loaded.includes('claude-code true pp:reviewer'), loaded.join('\n'));
      assert.ok(loaded.includes('codex false null'), loaded.join('\n'));
      assert.equal(answer.hostNames['codex'], 'Codex');
      assert.match(answer.markdown, /^### Plugin `plugins\/pp`\n\n\| {2}\| Claude Code /);
      assert.doesNotMatch(answer.markdown, /node_modules/);
    });

  for (const path of ['/other', '/other/.claude-plugin/plugin.json', '/w', '/w/README.md', '/w/x'])
    it(`finds none for ${path}`, async () => assert.equal(await ask(path), null));

  it('reads a manifest that is not saved', async () => {
    const uri = 'file:///w/plugins/pp/.claude-plugin/plugin.json';
    session.open(uri, '{ "name": "renamed" }', 'json');
    const loaded = cells(await ask('/w/plugins/pp'), 'agents/reviewer.md');
    assert.ok(loaded.includes('claude-code true renamed:reviewer'), loaded.join('\n'));
  });
});
