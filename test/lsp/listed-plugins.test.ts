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
});
