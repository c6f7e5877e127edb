// Open documents: what is published, of which version, and under which settings.
import assert from 'node:assert/strict';
import {
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text = `---
name: reviewer
description: Reviews changes.
tools: Read, MultiEdit, Bash
---

You review.
`;

const codes = ({ diagnostics }: PublishDiagnosticsParams): unknown[] =>
  diagnostics.map(({ code }) => code);

describe('open documents', () => {
  let session: Session;

  beforeEach(async () => {
    session = await serving();
  });
  afterEach(() => session.end());

  it('announce the capabilities of the server', () => {
    const { capabilities, serverInfo } = session.answer;
    assert.equal(serverInfo?.version, '0.0.0-test');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, {
      openClose: true,
      change: 2,
      willSave: true,
      save: { includeText: false },
    });
    assert.ok(capabilities.completionProvider?.resolveProvider);
    for (const key of [
      'hoverProvider',
      'codeActionProvider',
      'colorProvider',
      'documentFormattingProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'inlayHintProvider',
      'semanticTokensProvider',
    ] as const) {
      assert.ok(capabilities[key], key);
    }
    assert.match(JSON.stringify(capabilities.codeActionProvider), /source\.fixAll\.dossier/);
  });

  it('receive diagnostics with version, rule and host', async () => {
    session.open(uri, text);
    const published = await session.published(uri);
    assert.equal(published.version, 1);
    assert.deepEqual(codes(published), ['removed-tool']);
    const [diagnostic] = published.diagnostics;
    assert.equal(diagnostic?.severity, DiagnosticSeverity.Warning);
    assert.equal(diagnostic?.source, 'Dossier · Claude Code');
    assert.deepEqual(diagnostic?.range, {
      start: { line: 3, character: 13 },
      end: { line: 3, character: 22 },
    });
  });

  it('are followed edit by edit', async () => {
    session.open(uri, text);
    await session.published(uri);
    const range = { start: { line: 3, character: 13 }, end: { line: 3, character: 22 } };
    session.edit(uri, 2, [{ range, text: 'Grep' }]);
    const second = await session.published(uri);
    assert.equal(second.version, 2);
    // What is resolved goes at once, what is new on the line waits.
    assert.deepEqual(codes(second), []);
    session.save(uri);
    assert.deepEqual(codes(await session.published(uri)), ['redundant-tool']);
    const at = { line: 3, character: 17 };
    session.edit(uri, 3, [
      { range: { start: at, end: at }, text: ', Foo' },
      { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' },
    ]);
    const third = await session.published(uri);
    assert.equal(third.version, 3);
    assert.deepEqual(codes(third).sort(), ['missing-field', 'redundant-tool', 'unknown-tool']);
  });

  it('leave nothing behind when they are closed', async () => {
    session.open(uri, text);
    await session.published(uri);
    session.close(uri);
    assert.deepEqual((await session.published(uri)).diagnostics, []);
  });

  it('that no host reads have no findings', async () => {
    const diary = 'file:///w/notes/diary.md';
    session.open(diary, text);
    assert.deepEqual((await session.published(diary)).diagnostics, []);
  });

  it('are judged by the settings of the editor, and again when these change', async () => {
    session.open(uri, text.replace('tools:', 'owner: me\ntools:'));
    await session.published(uri);
    session.settings = { rules: { 'removed-tool': 'hint' }, guests: 'all' };
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    let published = await session.published(uri);
    const removed = () => published.diagnostics.find(({ code }) => code === 'removed-tool');
    while (removed()?.severity === DiagnosticSeverity.Warning)
      published = await session.published(uri);
    assert.equal(removed()?.severity, DiagnosticSeverity.Hint);
    assert.deepEqual([...new Set(session.asked)], ['dossier', 'chat.agentFilesLocations']);
    assert.ok(published.diagnostics.some(({ source }) => source !== 'Dossier · Claude Code'));
  });
});

describe('other clients', () => {
  it('send their settings along', async () => {
    const session = await serving({ configuration: false });
    session.open(uri, text);
    assert.deepEqual(codes(await session.published(uri)), ['removed-tool']);
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { dossier: { rules: { 'removed-tool': 'off' } } },
    });
    assert.deepEqual(codes(await session.published(uri)), []);
    assert.deepEqual(session.asked, []);
    session.end();
  });

  it('receive nothing that only our own client understands', async () => {
    const [other, ours] = [
      await serving(),
      await serving({ options: { builtinPrompts: { version: '1.139.1', mode: 'auto' } } }),
    ];
    for (const session of [other, ours]) {
      session.open(uri, text, 'chatagent');
      await session.published(uri);
    }
    // The status comes once the author rests.
    while (ours.statuses.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(other.statuses, []);
    assert.equal(ours.statuses[0]?.hosts[0]?.host, 'claude-code');
    other.end();
    ours.end();
  });
});

describe('a fault of ours', () => {
  it('is logged with the version, answered with nothing, and passes', async () => {
    const session = await serving({
      world: {
        has: () => {
          throw new Error('the disk is gone');
        },
      },
    });
    const plugin = 'file:///w/agents/reviewer.md';
    session.open(plugin, text);
    const at = { textDocument: { uri: plugin }, position: { line: 3, character: 2 } };
    assert.equal(await session.connection.sendRequest('textDocument/hover', at), null);
    assert.equal(await session.connection.sendRequest('textDocument/completion', at), null);
    assert.ok(
      session.logged.some((line) =>
        /hover for .* \(version 1\)\. Error\n\s+at Object.has /.test(line),
      ),
    );
    // The message of an error may quote the file.
    assert.ok(session.logged.every((line) => !line.includes('the disk is gone')));
    session.open(uri, text);
    assert.deepEqual(codes(await session.published(uri)), ['removed-tool']);
    session.end();
  });
});
