// Activation shared by both entry points. It runs in every window with a Markdown file, so it only registers providers. The
// server starts when the first agent file is opened, or when the Agents view first becomes visible.
import * as vscode from 'vscode';
import { AgentDocuments } from './agent-documents';
import { AgentsView } from './agents/view';
import { registerCommands } from './commands';
import { ValidDiff } from './commands/valid-diff';
import { DecidedConversions } from './convert/decided';
import { ConversionPreview } from './convert/preview';
import { reportTools } from './editor-tools';
import { GraphPanel } from './graph/panel';
import { indentBelowKeys } from './indent';
import { setLocalization } from './l10n';
import { PersonaPanels } from './persona/panel';
import { PluginPanel } from './plugin/panel';
import { confirmPrograms } from './programs/first-run';
import { type Launcher, Server } from './server';
import { showStatus } from './status';
import { suggestAtWords } from './suggest';

let server: Server | undefined;

/** Creates the launcher for the environment of the extension. */
export type CreateLauncher = (
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
) => Launcher;

export function start(context: vscode.ExtensionContext, createLauncher: CreateLauncher): void {
  // VS Code has already loaded the translations.
  const { bundle } = vscode.l10n;
  if (bundle) setLocalization({ language: vscode.env.language, bundle });
  const log = vscode.window.createOutputChannel('Dossier', { log: true });
  const documents = new AgentDocuments();
  server = new Server(createLauncher(context.extensionUri, log, documents), log);
  const personas = new PersonaPanels(context.extensionUri, server, documents);
  const validDiff = new ValidDiff();
  const conversions = new ConversionPreview();
  const decided = new DecidedConversions(context.workspaceState);
  const agents = new AgentsView(server, context.workspaceState);
  const graph = new GraphPanel(context.extensionUri, server);
  const plugin = new PluginPanel(context.extensionUri, server);
  context.subscriptions.push(
    log,
    documents,
    server,
    personas,
    agents,
    graph,
    plugin,
    showStatus(server, documents),
    validDiff,
    conversions,
    reportTools(server, documents),
    confirmPrograms(server, documents, context.workspaceState),
    registerCommands({
      ...{ context, server, log, personas, agents, graph, plugin, validDiff, conversions },
      decided,
    }),
    suggestAtWords(documents),
    indentBelowKeys(server, documents),
    startWithFirstAgent(server, documents),
    vscode.workspace.onDidRenameFiles(async ({ files }) => {
      for (const { oldUri, newUri } of files)
        await decided.move(oldUri.toString(), newUri.toString());
    }),
  );
}

export function stop(): Promise<void> | undefined {
  return server?.stop();
}

function startWithFirstAgent(server: Server, documents: AgentDocuments): vscode.Disposable {
  // The status item reports a failed start and offers a retry.
  const ignoreFailure = (started: Promise<unknown>): void => void started.catch(() => undefined);
  const startFor = (document: vscode.TextDocument): void => {
    if (server.state !== 'idle') return;
    if (!documents.has(document) && !documents.mayReference(document)) return;
    openListener.dispose();
    ignoreFailure(server.ready());
  };
  const openListener = vscode.workspace.onDidOpenTextDocument(startFor);
  const changes = documents.onDidChange(() => {
    // The document selector can only be set when the server starts.
    if (server.state === 'idle') vscode.workspace.textDocuments.forEach(startFor);
    else ignoreFailure(server.restart());
  });
  vscode.workspace.textDocuments.forEach(startFor);
  return vscode.Disposable.from(openListener, changes);
}
