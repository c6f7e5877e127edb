// The door of the extension. It runs in every window with a Markdown file, so it registers and returns;
// the server starts when the first agent file opens.
import * as vscode from 'vscode';
import { registerCommands } from './commands';
import { documentSelector } from './documents';
import { provideExplanations } from './explanations';
import { PersonaPanels } from './persona/panel';
import { Server } from './server';
import { nodeServer } from './server.node';
import { showStatus } from './status';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Dossier', { log: true });
  server = new Server(nodeServer(context.extensionUri, log), log);
  const personas = new PersonaPanels(context.extensionUri, server);
  context.subscriptions.push(
    log,
    server,
    personas,
    showStatus(server),
    provideExplanations(server),
    registerCommands({ server, log, personas }),
    startWithFirstAgent(server),
  );
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

function startWithFirstAgent(server: Server): vscode.Disposable {
  const selector = documentSelector();
  const isAgent = (document: vscode.TextDocument) => vscode.languages.match(selector, document) > 0;
  // A failed start is told by the status item, which offers to try again.
  const start = () => void server.ready().catch(() => undefined);
  if (vscode.workspace.textDocuments.some(isAgent)) {
    start();
    return { dispose: () => undefined };
  }
  const waiting = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isAgent(document)) return;
    waiting.dispose();
    start();
  });
  return waiting;
}
