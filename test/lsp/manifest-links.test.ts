// Links from the manifest of a plugin to its files, from a marketplace to the manifests of its plugins, and from settings to
// marketplaces.
import assert from 'node:assert/strict';
import { DefinitionRequest, DocumentLinkRequest } from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const marketplace = '/w/.github/plugin/marketplace.json';
const manifest = '/w/plugins/review/.claude-plugin/plugin.json';
const settings = '/w/.claude/settings.json';
const files: Readonly<Record<string, string>> = {
  [marketplace]:
    '{ "name": "m", "owner": { "name": "o" }, "plugins": [{ "name": "review", "source": "./plugins/review" }, { "name": "gone", "source": "./gone" }] }',
  [settings]:
    '{ "extraKnownMarketplaces": { "shop": { "source": { "source": "directory", "path": "./shop" } } }, "enabledPlugins": { "review@shop": true, "review@other": true } }',
  '/w/shop/.claude-plugin/marketplace.json':
    '{ "name": "shop", "owner": { "name": "o" }, "plugins": [{ "name": "review", "source": "./review" }] }',
  [manifest]:
    '{ "name": "review", "agents": ["./agents/a.md", "./agents/gone.md"], "skills": "./skills/s", "hooks": "./hooks.json" }',
  '/w/plugins/review/agents/a.md': '---\nname: a\ndescription: d\n---\nx\n',
  '/w/plugins/review/skills/s/SKILL.md': '---\nname: s\ndescription: d\n---\nx\n',
  '/w/plugins/review/hooks.json': '{ "hooks": {} }',
};
const uriOf = (path: string): string => `file://${path}`;

describe('lsp: links of manifests', () => {
  let session: Session;
  before(async () => {
    session = await serving({ world: memoryFileSystem(files, '/w') });
    for (const path of [marketplace, manifest, settings])
      session.open(uriOf(path), files[path] ?? '', 'json');
  });
  after(() => session.end());

  const linksIn = async (path: string): Promise<readonly (string | undefined)[]> => {
    const found = await session.connection.sendRequest(DocumentLinkRequest.type, {
      textDocument: { uri: uriOf(path) },
    });
    return (found ?? []).map(({ target }) => target?.replace('file:///w/', ''));
  };

  it('lead from a source to the manifest of the plugin', async () => {
    assert.deepEqual(await linksIn(marketplace), ['plugins/review/.claude-plugin/plugin.json']);
    const character = files[marketplace]?.indexOf('./plugins/review') ?? 0;
    const found = await session.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: uriOf(marketplace) },
      position: { line: 0, character: character + 3 },
    });
    assert.match(JSON.stringify(found), /plugins\/review\/\.claude-plugin\/plugin\.json/);
  });

  it('lead from a plugin that settings enable to the marketplace that lists it', async () => {
    assert.deepEqual(await linksIn(settings), ['shop/.claude-plugin/marketplace.json']);
    const character = files[settings]?.indexOf('review@shop') ?? 0;
    const found = await session.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: uriOf(settings) },
      position: { line: 0, character: character + 3 },
    });
    assert.match(JSON.stringify(found), /shop\/\.claude-plugin\/marketplace\.json/);
  });

  it('lead from a manifest to the files that exist', async () => {
    assert.deepEqual(await linksIn(manifest), [
      'plugins/review/agents/a.md',
      'plugins/review/skills/s/SKILL.md',
      'plugins/review/hooks.json',
    ]);
  });
});
