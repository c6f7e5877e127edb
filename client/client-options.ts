// Options of the language client, for both the process and the worker.
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../server/protocol';
import type { AgentDocuments } from './agent-documents';
import { schemes } from './documents';
import { serverTranslations } from './server-translations';

export async function clientOptions(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): Promise<LanguageClientOptions> {
  const translations = await serverTranslations(extensionUri, log);
  return {
    documentSelector: [...documents.filters],
    outputChannel: log,
    // The value of `RevealOutputChannelOn.Never`. The library that declares it is only loaded later.
    revealOutputChannelOn: 4,
    diagnosticCollectionName: 'dossier',
    initializationOptions: (): ClientOptions =>
      initializationOptionsFor(extensionUri, translations),
  };
}

function initializationOptionsFor(
  extensionUri: vscode.Uri,
  translations: ClientOptions['translations'],
): ClientOptions {
  const setting = vscode.workspace.getConfiguration('dossier').get<string>('vscodeBuiltin');
  const mode = setting === 'on' || setting === 'off' ? setting : 'auto';
  return {
    editor: 'vscode',
    builtinPrompts: { version: vscode.version, mode },
    schemes,
    ...(translations && { translations }),
    docs: vscode.Uri.joinPath(extensionUri, 'docs').toString(),
  };
}
