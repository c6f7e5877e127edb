// What the server is told at its start, whatever it runs in.
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../server/protocol';
import type { AgentDocuments } from './agent-documents';
import { schemes } from './documents';

export const clientOptions = (
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
  documents: AgentDocuments,
): LanguageClientOptions => ({
  documentSelector: [...documents.filters],
  outputChannel: log,
  // Never shown by itself: the number of `RevealOutputChannelOn.Never`, for the library is loaded later.
  revealOutputChannelOn: 4,
  diagnosticCollectionName: 'dossier',
  initializationOptions: (): ClientOptions => ownOptions(extensionUri),
});

function ownOptions(extensionUri: vscode.Uri): ClientOptions {
  const setting = vscode.workspace.getConfiguration('dossier').get<string>('vscodeBuiltin');
  const mode = setting === 'on' || setting === 'off' ? setting : 'auto';
  return {
    builtinPrompts: { version: vscode.version, mode },
    schemes,
    ...(vscode.l10n.bundle && { translations: vscode.l10n.bundle }),
    docs: vscode.Uri.joinPath(extensionUri, 'docs').toString(),
  };
}
