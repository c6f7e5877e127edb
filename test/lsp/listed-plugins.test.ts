// What is reported in a marketplace follows the manifests of its plugins.
import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { serving } from '../support/serving';

const marketplace = '/w/.agents/plugins/marketplace.json';
const manifest = '/w/plugins/review/.codex-plugin/plugin.json';
const text = '{ "name": "m", "plugins": [{ "name": "review", "source": "./plugins/review" }] }';

describe('lsp: plugins of a marketplace', () => {
  it('are compared again when a manifest has changed', async () => {
    const world = memoryFileSystem(
      { [marketplace]: text, [manifest]: '{ "name": "review" }' },
      '/w',
    );
    const session = await serving({ world });
    const uri = `file://${marketplace}`;
    session.open(uri, text, 'json');
    assert.deepEqual((await session.published(uri)).diagnostics, []);
    world.write(manifest, '{ "name": "reviews" }');
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${manifest}`, type: FileChangeType.Changed }],
    });
    const { diagnostics } = await session.published(uri);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.character]),
      [['conflicting-entry', text.indexOf('"review"')]],
    );
    session.end();
  });

  it('are compared again when another manifest of a plugin has changed', async () => {
    const own = '/w/review/.claude-plugin/plugin.json';
    const other = '/w/review/.codex-plugin/plugin.json';
    const world = memoryFileSystem(
      { [own]: '{ "name": "review" }', [other]: '{ "name": "review" }' },
      '/w',
    );
    const session = await serving({ world });
    const uri = `file://${own}`;
    session.open(uri, '{ "name": "review" }', 'json');
    assert.deepEqual((await session.published(uri)).diagnostics, []);
    world.write(other, '{ "name": "reviews" }');
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${other}`, type: FileChangeType.Changed }],
    });
    const { diagnostics } = await session.published(uri);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['differing-manifests'],
    );
    session.end();
  });
});
