// What affects the verdict on an open document: the settings of its folder, its companions, its own text.
import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import type { StatusParams } from '../../server/protocol/protocol';
import { type Session, serving } from '../support/serving';

const text = '---\nname: reviewer\ndescription: d\ntools: Read, MultiEdit\n---\n\nYou review.\n';
const at = (folder: string): string => `file://${folder}/.claude/agents/reviewer.md`;
const severityOf = ({ diagnostics }: PublishDiagnosticsParams): DiagnosticSeverity | undefined =>
  diagnostics[0]?.severity;
const ours = { builtinPrompts: { version: '1.139.1', mode: 'auto' } };
const { Warning, Hint, Error: Failure } = DiagnosticSeverity;
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function until<T>(ask: () => T | undefined): Promise<T> {
  for (let round = 0; round < 900; round++) {
    const answer = ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it never came');
}

/** Publications come for every reason; the one that is meant comes at last. */
async function publishedAs(session: Session, uri: string, severity: unknown): Promise<void> {
  while (severityOf(await session.published(uri)) !== severity);
}

describe('settings', () => {
  it('are those of the folder that contains a file', async () => {
    const session = await serving({ folders: ['/w', '/w/inner', '/other'] });
    session.settingsOf.set('file:///w/inner', { rules: { 'removed-tool': 'hint' } });
    session.settingsOf.set('file:///other', { rules: { 'removed-tool': 'error' } });
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await session.connection.sendRequest('dossier/skeletons');
    for (const folder of ['/w', '/w/inner', '/other', '/elsewhere']) session.open(at(folder), text);
    await publishedAs(session, at('/w'), Warning);
    await publishedAs(session, at('/w/inner'), Hint);
    await publishedAs(session, at('/other'), Failure);
    await publishedAs(session, at('/elsewhere'), Warning);
    session.settingsOf.delete('file:///w/inner');
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await publishedAs(session, at('/w/inner'), Warning);
    session.end();
  });

  it('come with a folder that is added', async () => {
    const session = await serving({ capabilities: { workspace: { workspaceFolders: true } } });
    session.settingsOf.set('file:///added', { rules: { 'removed-tool': 'hint' } });
    session.open(at('/added'), text);
    await publishedAs(session, at('/added'), Warning);
    await session.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [{ uri: 'file:///added', name: 'added' }], removed: [] },
    });
    await publishedAs(session, at('/added'), Hint);
    session.end();
  });
});

describe('what is known of a document', () => {
  it('depends on its text if no folder determines its host', async () => {
    const session = await serving({ options: ours });
    const uri = 'untitled:Untitled-1';
    const host = async (): Promise<unknown> =>
      (
        await session.connection.sendRequest<{ hosts: { host: string }[] } | null>(
          'dossier/persona',
          { uri },
        )
      )?.hosts[0]?.host;
    session.open(uri, '---\nname: a\ndescription: d\ntools: Read, Bash\n---\nx\n', 'chatagent');
    assert.equal(await host(), 'claude-code');
    const other =
      "---\ndescription: d\ntools: ['search/codebase', 'edit/editFiles']\nhandoffs: []\n---\nx\n";
    session.edit(uri, 2, [{ range: whole, text: other }]);
    assert.equal(await host(), 'vscode');
    session.edit(uri, 3, [{ range: whole, text: '---\ndescr\n---\nx\n' }]);
    assert.equal(await host(), 'vscode');
    await session.connection.sendRequest('shutdown');
    session.end();
  });

  it('is asked again when the manifest of a plugin is made', async () => {
    const files = new Set<string>();
    const session = await serving({ world: { has: (path) => files.has(path) } });
    const uri = 'file:///w/kit/agents/reviewer.md';
    session.open(uri, text);
    assert.deepEqual((await session.published(uri)).diagnostics, []);
    const manifest = '/w/kit/.claude-plugin/plugin.json';
    files.add(manifest);
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `file://${manifest}`, type: 1 }],
    });
    await publishedAs(session, uri, Warning);
    await session.connection.sendRequest('shutdown');
    session.end();
  });

  it('is checked again when the manifest of a plugin becomes invalid or valid, or names the file', async () => {
    const manifest = '/w/kit/.claude-plugin/plugin.json';
    const uri = 'file:///w/kit/more/reviewer.md';
    let manifestText = '{ "name": "kit" }';
    const session = await serving({
      world: { has: (path) => path === manifest, read: () => manifestText },
    });
    const write = async (text: string): Promise<void> => {
      manifestText = text;
      await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: `file://${manifest}`, type: 2 }],
      });
    };
    session.open(uri, text);
    assert.deepEqual((await session.published(uri)).diagnostics, []);
    await write('{ "name": "kit", "agents": ["./more/reviewer.md"] }');
    await publishedAs(session, uri, Warning);
    await write('{ "name": "my kit", "agents": ["./more/reviewer.md"] }');
    await publishedAs(session, uri, undefined);
    const own = 'file:///w/kit/agents/reviewer.md';
    session.open(own, text);
    await publishedAs(session, own, Failure);
    await write('{ "name": "kit" }');
    await publishedAs(session, own, Warning);
    await session.connection.sendRequest('shutdown');
    session.end();
  });

  it('is reported again when settings add another host, but not for a key in the prompt', async () => {
    const session = await serving({ options: ours });
    session.open(at('/w'), text);
    const hosts = ({ hosts: some }: StatusParams): number => some.length;
    const first = await until(() => session.statuses[0]);
    session.edit(at('/w'), 2, [{ range: { start: whole.end, end: whole.end }, text: 'x' }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(session.statuses.length, 1);
    session.settings = { hosts: ['opencode'] };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    const second = await until(() => session.statuses[1]);
    assert.equal(hosts(second), hosts(first) + 1);
    await session.connection.sendRequest('shutdown');
    session.end();
  });
});
