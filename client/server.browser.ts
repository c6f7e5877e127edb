// The server as a worker of the browser. It cannot read files: it asks for them here.
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient';
import type { AgentDocuments } from './agent-documents';
import { clientOptions } from './client-options';
import { answerForFiles } from './files-for-server';
import type { Launcher } from './server';

/** How the server is launched where there is no process to be had. The library is loaded at the first launch, not before. */
export function browserServer(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Launcher {
  return async () => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import(
      'vscode-languageclient/browser'
    );
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'server.browser.js');
    const options = clientOptions(extensionUri, log, documents);
    // A worker each time the library starts one. The editor's workers are not of the class that the library looks for.
    const launch = async (): Promise<MessageTransports> => {
      const worker = new Worker(script.toString(true));
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('dossier', 'Dossier', launch, options);
    answerForFiles(client, log);
    return client;
  };
}
