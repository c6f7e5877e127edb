// The server as a process of its own, spoken to over Node's IPC.
import * as vscode from 'vscode';
import type { AgentDocuments } from './agent-documents';
import { clientOptions } from './client-options';
import type { Launcher } from './server';

/** How the server is launched on a desktop or a remote machine. The library is loaded at the first launch, not before. */
export function nodeServer(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Launcher {
  return async () => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    const options = clientOptions(extensionUri, log, documents);
    return new LanguageClient('dossier', 'Dossier', { run, debug }, options);
  };
}
