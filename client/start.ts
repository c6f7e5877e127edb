// What both doors of the extension do. It runs in every window with a Markdown file, so it registers and returns;
// the server starts when the first agent file opens, or the view of all agents is first seen.
import './language';

import * as vscode from 'vscode';
import { AgentDocuments } from './agent-documents';
import { AgentsView } from './agents/view';
import { registerCommands } from './commands';
import { reportTools } from './editor-tools';
import { provideExplanations } from './explanations';
import { GraphPanel } from './graph/panel';
import { PersonaPanels } from './persona/panel';
import { type Launcher, Server } from './server';
import { showStatus } from './status';
import { suggestInMarkdown } from './suggest';

let server: Server | undefined;

/** How the server is launched where the extension runs. */
export type Launching = (
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
) => Launcher;

export function start(context: vscode.ExtensionContext, launching: Launching): void {
  const log = vscode.window.createOutputChannel('Dossier', { log: true });
  const documents = new AgentDocuments();
  server = new Server(launching(context.extensionUri, log, documents), log);
  const personas = new PersonaPanels(context.extensionUri, server, documents);
  const agents = new AgentsView(server, context.workspaceState);
  const graph = new GraphPanel(context.extensionUri, server);
  context.subscriptions.push(
    log,
    documents,
    server,
    personas,
    agents,
    graph,
    showStatus(server, documents),
    provideExplanations(server),
    reportTools(server, documents),
    registerCommands({ context, server, log, personas, agents, graph }),
    suggestInMarkdown(documents),
    startWithFirstAgent(server, documents),
  );
}

export function stop(): Promise<void> | undefined {
  return server?.stop();
}

function startWithFirstAgent(server: Server, documents: AgentDocuments): vscode.Disposable {
  // A failed start is told by the status item, which offers to try again.
  const quietly = (started: Promise<unknown>): void => void started.catch(() => undefined);
  const startFor = (document: vscode.TextDocument): void => {
    if (server.state !== 'idle') return;
    if (!documents.has(document) && !documents.mayName(document)) return;
    waiting.dispose();
    quietly(server.ready());
  };
  const waiting = vscode.workspace.onDidOpenTextDocument(startFor);
  const changes = documents.onDidChange(() => {
    // The server is told once, at its start, which documents it is shown.
    if (server.state === 'idle') vscode.workspace.textDocuments.forEach(startFor);
    else quietly(server.restart());
  });
  vscode.workspace.textDocuments.forEach(startFor);
  return vscode.Disposable.from(waiting, changes);
}
