// The same session with a client that declares nothing and with one that declares everything. Those of real editors are compared
// at the end of their tours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidOpenTextDocumentNotification,
  ExitNotification,
  RegistrationRequest,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { everyCapability } from '../support/every-capability';
import { files, tour } from './editors/tour';
import { answersTo, compareTranscript, readTranscript } from './editors/transcript';
import { serverProcess } from './server-process';

const clients: Readonly<Record<string, ClientCapabilities>> = {
  'declares-nothing': {},
  'declares-everything': everyCapability,
};

describe('a client that', () => {
  for (const [client, capabilities] of Object.entries(clients))
    it(`${client.replace('-', ' ')} has the stored transcript`, async () => {
      const here = tour();
      const transcript = path.join(os.tmpdir(), `dossier-${client}-${process.pid}.jsonl`);
      try {
        const rootUri = pathToFileURL(here.root).href;
        const { child, connection } = await serverProcess(
          { rootUri, workspaceFolders: [{ uri: rootUri, name: 'w' }], capabilities },
          (made) => {
            made.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
            made.onRequest(RegistrationRequest.type, () => undefined);
            made.onRequest(DiagnosticRefreshRequest.type, () => undefined);
          },
          transcript,
        );
        const uri = pathToFileURL(here.at('.claude/agents/caller.md')).href;
        const textDocument = { uri };
        const text = files['.claude/agents/caller.md'];
        await connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: 'markdown', version: 1, text },
        });
        const at = (line: number, character: number) => ({
          textDocument,
          position: { line, character },
        });
        const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
        const whole = { textDocument, range };
        await connection.sendRequest('textDocument/diagnostic', { textDocument });
        await connection.sendRequest('textDocument/completion', at(5, 0));
        await connection.sendRequest('textDocument/completion', at(4, 7));
        await connection.sendRequest('textDocument/hover', at(3, 24));
        await connection.sendRequest('textDocument/codeAction', {
          ...whole,
          context: { diagnostics: [] },
        });
        await connection.sendRequest('textDocument/codeLens', { textDocument });
        await connection.sendRequest('textDocument/inlayHint', whole);
        await connection.sendRequest('textDocument/documentColor', { textDocument });
        await connection.sendRequest('textDocument/documentSymbol', { textDocument });
        await connection.sendRequest('textDocument/selectionRange', {
          textDocument,
          positions: [{ line: 3, character: 24 }],
        });
        // The answer is complete after the survey, for which a rename waits.
        const edit = await connection.sendRequest('textDocument/rename', {
          ...at(3, 15),
          newName: 'other',
        });
        assert.ok(edit);
        await connection.sendRequest('textDocument/definition', at(3, 15));
        const move = (name: string): string =>
          pathToFileURL(here.at(`.opencode/agent/${name}.md`)).href;
        const moved = await connection.sendRequest('workspace/willRenameFiles', {
          files: [{ oldUri: move('team'), newUri: move('squad') }],
        });
        assert.ok(moved);
        await connection.sendRequest(ShutdownRequest.type);
        const ended = new Promise((resolve) => child.once('exit', resolve));
        await connection.sendNotification(ExitNotification.type);
        await ended;
        const recorded = readTranscript(transcript);
        assert.equal(answersTo('textDocument/rename', recorded).length, 1);
        compareTranscript(client, recorded);
      } finally {
        here.remove();
        fs.rmSync(transcript, { force: true });
      }
    }).timeout(30_000);
});
