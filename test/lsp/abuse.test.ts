// Messages that no editor should send: each is answered or ignored, and the server continues.
import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver';
import { serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text = '---\nname: reviewer\ndescription: Reviews.\n---\nYou review.\n';

const methods = [
  ...['completion', 'hover', 'codeAction', 'codeLens', 'documentColor', 'colorPresentation'],
  ...['definition', 'references', 'documentHighlight', 'documentLink', 'documentSymbol'],
  ...['foldingRange', 'formatting', 'inlayHint', 'prepareRename', 'rename', 'semanticTokens/full'],
  ...['prepareCallHierarchy'],
]
  .map((name) => `textDocument/${name}`)
  .concat(
    ...[
      'persona',
      'probe',
      'outcomes',
      'setTools',
      'toolChoices',
      'findingFixes',
      'newVersion',
    ].map((name) => `dossier/${name}`),
    ...['explain', 'why', 'moveTargets', 'agentName', 'fixAll', 'validFor', 'report'].map(
      (name) => `dossier/${name}`,
    ),
    ...['workspace/symbol', 'workspace/executeCommand', 'completionItem/resolve'],
    ...['codeAction/resolve', 'workspace/willRenameFiles', 'callHierarchy/incomingCalls'],
  );

const far = { line: 4_000_000_000, character: 4_000_000_000 };
const before = { line: -1, character: -1 };

const garbage: readonly unknown[] = [
  {},
  { textDocument: { uri: 'file:///w/absent.md' }, position: far, uri: 'file:///w/absent.md' },
  { textDocument: { uri: 7 }, uri: 7 },
  { textDocument: { uri: 'http://[' }, uri: '%%%', position: {} },
  ...[far, before].map((position) => ({
    ...{ textDocument: { uri }, uri, position, newName: '', host: '__proto__', context: {} },
    ...{ range: { start: position, end: position }, query: null, item: {}, hosts: ['constructor'] },
    ...{ color: {}, options: {}, changes: null, files: null, command: null, arguments: [null] },
  })),
];

describe('messages that no editor should send', () => {
  it('leave the server working', async () => {
    const session = await serving();
    session.open(uri, text);
    await session.published(uri);
    const { connection } = session;
    for (const method of methods)
      for (const params of garbage)
        await connection.sendRequest(method, params).catch(() => undefined);
    await assert.rejects(connection.sendRequest('dossier/unknown', {}));
    for (const [method, params] of [
      ['textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } }],
      [
        'textDocument/didChange',
        { textDocument: { uri: 'file:///w/absent.md', version: 2 }, contentChanges: [] },
      ],
      [
        'textDocument/didChange',
        {
          textDocument: { uri, version: -5 },
          contentChanges: [{ range: { start: far, end: before }, text: '' }],
        },
      ],
      ['textDocument/didClose', { textDocument: { uri: 'file:///w/absent.md' } }],
      ['textDocument/didSave', { textDocument: { uri: 'file:///w/absent.md' } }],
      ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///', type: 9 }] }],
      ['workspace/didChangeConfiguration', { settings: { dossier: 'none' } }],
      ['dossier/editorTools', { tools: [], models: [] }],
      ['$/cancelRequest', { id: 123_456 }],
      ['$/unknown', null],
    ] as const)
      await connection.sendNotification(method, params);
    session.close(uri);
    session.open(uri, text);
    const hover = await connection.sendRequest<Hover | null>('textDocument/hover', {
      ...{ textDocument: { uri }, position: { line: 1, character: 2 } },
    });
    assert.match(JSON.stringify(hover), /Claude Code/);
    session.end();
  }).timeout(120_000);
});
