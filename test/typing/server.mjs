// A language server over stdio, for programs that type.
import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const capabilities = {
  workspace: { workspaceFolders: true, configuration: true },
  textDocument: {
    completion: {
      contextSupport: true,
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'] },
    },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { versionSupport: true },
  },
};

/** @param program path of the server's bundle. */
export async function startServer(program, root) {
  const child = spawn(process.execPath, [program, 'lsp', '--stdio'], {
    cwd: root,
    env: { ...process.env, HOME: root },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Map();
  const waiting = new Set();
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    published.set(params.uri, params);
    for (const look of [...waiting]) look();
  });
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const uri = `file://${root}`;
  const { capabilities: offered } = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'typing' }],
    capabilities,
    // As in VS Code, whose own support serves some of the files too.
    initializationOptions: { builtinPrompts: { version: '1.139.1', mode: 'auto' } },
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    triggers: offered.completionProvider.triggerCharacters,
    /** Findings of at least this version. */
    findingsAt: (file, version) =>
      new Promise((resolve) => {
        const look = () => {
          const found = published.get(file);
          if (!found || (found.version ?? 0) < version) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
        look();
      }),
    latest: (file) => published.get(file)?.diagnostics ?? [],
    async stop() {
      await connection.sendRequest('shutdown').catch(() => {});
      await connection.sendNotification('exit').catch(() => {});
      connection.dispose();
      child.kill();
    },
  };
}
