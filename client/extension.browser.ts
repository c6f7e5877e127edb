// Entry point of the extension in a browser.
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import type { AgentDocuments } from './agent-documents';
import { clientOptions } from './client-options';
import { handleFileRequests } from './files-for-server';
import type { Launcher } from './server';
import { start, stop } from './start';

export function activate(context: vscode.ExtensionContext): void {
  // The server has agents and what they name, and not every file of a plugin.
  void vscode.commands.executeCommand('setContext', 'dossier.isInBrowser', true);
  start(context, browserServer);
}

export const deactivate = stop;

/** A launcher for environments without processes. The client library is loaded on the first launch. */
function browserServer(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Launcher {
  return async () => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'server.browser.js');
    const options = await clientOptions(extensionUri, log, documents);
    // Each start needs a new worker. Transports are passed because the library does not recognize the worker class of VS Code.
    const launch = async (): Promise<MessageTransports> => {
      const worker = new Worker(script.toString(true));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('dossier', 'Dossier', launch, options);
    handleFileRequests(client, log);
    return client;
  };
}
