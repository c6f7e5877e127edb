// Entry point of the extension on a desktop or a remote machine.
import * as vscode from 'vscode';
import type { AgentDocuments } from './agent-documents';
import { clientOptions } from './client-options';
import type { Launcher } from './server';
import { start, stop } from './start';

export const activate = (context: vscode.ExtensionContext): void => start(context, nodeServer);

export const deactivate = stop;

/** A launcher for desktop and remote environments. The client library is loaded on the first launch. */
function nodeServer(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Launcher {
  return async () => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    const options = await clientOptions(extensionUri, log, documents);
    return new LanguageClient('dossier', 'Dossier', { run, debug }, options);
  };
}
