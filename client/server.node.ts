// The server as a process of its own, spoken to over Node's IPC.
import * as vscode from 'vscode';
import type { ClientOptions } from '../server/protocol';
import type { AgentDocuments } from './agent-documents';
import type { Launcher } from './server';

/** How the server is launched on a desktop or a remote machine. The library is loaded at the first launch, not before. */
export function nodeServer(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Launcher {
  return async () => {
    const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import(
      'vscode-languageclient/node'
    );
    const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(
      'dossier',
      'Dossier',
      { run, debug },
      {
        documentSelector: [...documents.filters],
        outputChannel: log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        diagnosticCollectionName: 'dossier',
        initializationOptions: (): ClientOptions => clientOptions(extensionUri),
      },
    );
  };
}

function clientOptions(extensionUri: vscode.Uri): ClientOptions {
  const setting = vscode.workspace.getConfiguration('dossier').get<string>('vscodeBuiltin');
  const mode = setting === 'on' || setting === 'off' ? setting : 'auto';
  return {
    builtinPrompts: { version: vscode.version, mode },
    docs: vscode.Uri.joinPath(extensionUri, 'docs').toString(),
  };
}
