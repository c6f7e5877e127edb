// Whether Claude Code loads the agents of a plugin with this manifest. Each row was verified by running the program.
import assert from 'node:assert/strict';
import { manifest } from '../../../server/hosts/claude-code/manifest';
import { words } from '../../support/words';

const named = (more: object): object => ({ name: 'plug', ...more });

const loaded: readonly object[] = [
  ...['plug', 'My-Plug', 'plug_x', 'plug.x', 'ünï', 'a#b', '..', '-', 'a(b)', 'a"b', 'a,b'].map(
    (name) => ({ name }),
  ),
  ...[{ version: 'x' }, { version: '' }, { description: 5 }, { description: null }].map(named),
  ...[{ keywords: 'x' }, { author: 5 }, { author: 'me' }, { homepage: 3 }, { license: 5 }].map(
    named,
  ),
  ...[{ displayName: 5 }, { experimental: 5 }, { metadata: 5 }, { strict: 5 }, { foo: 1 }].map(
    named,
  ),
  ...[{ commands: { x: { source: './x.md' } } }, { commands: ['./x.md', './y'] }].map(named),
  ...[{ commands: [] }, { skills: './s' }, { skills: [] }].map(named),
  ...[{ hooks: {} }, { hooks: { x: 5 } }, { hooks: ['./a.json'] }, { hooks: './a.json' }].map(
    named,
  ),
  ...[{ mcpServers: {} }, { mcpServers: './m.json' }, { mcpServers: ['./m.json'] }].map(named),
  ...[{ mcpServers: 'https://x/y.mcpb' }, { agents: './agents/two.md' }].map(named),
];

const refused: readonly unknown[] = [
  ...[null, 'x', [1], {}, { name: 5 }].map((value) => value),
  ...['', ' plug', 'my plug', 'a\tb', 'a\u00a0b', 'a:b', 'a/b', 'a@b', 'a\\b'].map((name) => ({
    name,
  })),
  ...[{ version: 1 }, { version: null }].map(named),
  ...[{ agents: 5 }, { agents: null }, { agents: {} }, { agents: './agents/' }].map(named),
  ...[{ agents: ['custom/one.md'] }, { agents: './agents/two.txt' }, { agents: [null] }].map(named),
  ...[{ commands: 5 }, { commands: 'x' }, { commands: null }, { commands: { x: 5 } }].map(named),
  ...[{ commands: ['./x.md', 'y'] }, { skills: 5 }, { skills: 's' }, { skills: {} }].map(named),
  ...[{ hooks: 'x' }, { hooks: 5 }, { hooks: null }, { hooks: './a.txt' }].map(named),
  ...[{ mcpServers: 'x' }, { mcpServers: 5 }, { mcpServers: null }].map(named),
  ...[{ mcpServers: { x: 5 } }, { mcpServers: './m.txt' }, { lspServers: 'x' }].map(named),
  ...[{ settings: 'x' }, { dependencies: 'x' }, { dependencies: [5] }].map(named),
  ...[{ defaultEnabled: 'x' }, { outputStyles: 5 }, { themes: 5 }, { channels: 5 }].map(named),
  ...[{ monitors: 5 }, { workflows: 5 }, { userConfig: 5 }].map(named),
];

describe('hosts/claude-code/manifest', () => {
  it('accepts what the program accepts', () => {
    for (const value of loaded) assert.equal(manifest.fault(value), null, JSON.stringify(value));
  });

  it('reports why the program rejects a manifest', () => {
    for (const value of refused)
      assert.match(
        words(manifest.fault(value) ?? ''),
        /^(?:The plugin manifest (?:is|has)|"[\w.[\]]+" in the plugin manifest (?:has|must)) \S.*\.$/,
        JSON.stringify(value),
      );
  });
});
