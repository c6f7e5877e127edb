// The server as a process, driven by the library that editors are made with.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CompletionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { serverProcess } from './server-process';

const workspace = path.resolve('test/editor/workspace');
const file = path.join(workspace, '.claude/agents/wobbly.md');
const uri = pathToFileURL(file).href;
const text = readFileSync(file, 'utf8');

const includes = (diagnostics: readonly Diagnostic[], word: string): boolean =>
  diagnostics.some(({ message }) =>
    (typeof message === 'string' ? message : message.value).includes(word),
  );

describe('the server over stdio', () => {
  let child: ChildProcess;
  let connection: ProtocolConnection;
  const published = new Map<number, PublishDiagnosticsParams>();
  const waiting = new Map<number, (params: PublishDiagnosticsParams) => void>();

  /** The findings of one version of the document. */
  const findings = (version: number): Promise<PublishDiagnosticsParams> =>
    new Promise((resolve) => {
      const there = published.get(version);
      if (there) resolve(there);
      else waiting.set(version, resolve);
    });

  before(async () => {
    const folder = pathToFileURL(workspace).href;
    const started = await serverProcess(
      {
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: 'workspace' }],
        capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
      },
      (client) =>
        client.onNotification(PublishDiagnosticsNotification.type, (params) => {
          if (params.uri !== uri || params.version === undefined) return;
          published.set(params.version, params);
          waiting.get(params.version)?.(params);
        }),
    );
    ({ child, connection } = started);
    assert.ok(started.answer.capabilities.completionProvider);
    assert.ok(started.answer.capabilities.hoverProvider);
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  });

  after(() => {
    connection.dispose();
    child.kill();
  });

  it('publishes findings with the version that they are of', async () => {
    const { diagnostics } = await findings(1);
    assert.ok(includes(diagnostics, 'MultiEdit'));
  });

  it('publishes again when the text changes, part by part', async () => {
    const character = 'tools: Read, Edit, '.length;
    const range = { start: { line: 3, character }, end: { line: 3, character: character + 11 } };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range, text: '' }],
    });
    const { diagnostics } = await findings(2);
    assert.ok(!includes(diagnostics, 'MultiEdit'));
    assert.ok(includes(diagnostics, 'Bahs'));
  });

  it('completes and explains', async () => {
    const textDocument = { uri };
    const list = await connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: { line: 4, character: 7 },
    });
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    assert.ok(items.some(({ label }) => label === 'sonnet'));
    const hover = await connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: { line: 3, character: 2 },
    });
    assert.match(JSON.stringify(hover?.contents), /Claude Code/);
  });

  it('answers what it does not know, and goes on', async () => {
    await assert.rejects(connection.sendRequest('dossier/no-such-request'));
    const position = { line: 0, character: 0 };
    const unopened = { textDocument: { uri: 'file:///no/such/file.md' }, position };
    assert.equal(await connection.sendRequest(HoverRequest.type, unopened), null);
    assert.equal(child.exitCode, null);
  });

  it('ends when it is asked to', async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await ended, 0);
  });
});
