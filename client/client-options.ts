// Options of the language client, for both the process and the worker.
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../server/protocol/protocol';
import type { AgentDocuments } from './agent-documents';
import { schemes } from './documents';

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
    // `Server` reports the end of a process and starts the next one. The library would give up after the fifth one, and show a
    // message for each. The values are those of `ErrorAction.Continue` and `CloseAction.DoNotRestart`.
    errorHandler: {
      error: () => ({ action: 1, handled: true }),
      closed: () => ({ action: 1, handled: true }),
    },
    // Returns whether to initialize again. Without this handler the library shows a message of its own.
    initializationFailedHandler: () => false,
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

// The translations of the server's messages. They are in files of their own, because VS Code loads the bundle of the extension
// in every window, and each webview contains a copy of it.

type Translations = Readonly<Record<string, string>>;

/** By English template; undefined where VS Code is in English or there is no file for its language. */
async function serverTranslations(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<Translations | undefined> {
  if (!vscode.l10n.bundle) return undefined;
  const name = `server.l10n.${vscode.env.language}.json`;
  try {
    const file = vscode.Uri.joinPath(extensionUri, 'l10n', name);
    const bytes = await vscode.workspace.fs.readFile(file);
    return JSON.parse(new TextDecoder().decode(bytes)) as Translations;
  } catch (error) {
    log.warn(`Could not read ${name}, so messages are in English.`, String(error));
    return undefined;
  }
}
