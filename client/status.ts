// The language status item: the verdict for the active document, and the state of the server.
import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol/protocol';
import { inertLabel } from '../server/text/inert-label';
import type { AgentDocuments } from './agent-documents';
import { t } from './l10n';
import type { Server } from './server';
import { type StatusText, statusTextOf } from './status-text';

const severities = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
} as const;

const commands = (): Record<StatusText['action'], vscode.Command | undefined> => ({
  preview: { command: 'dossier.previewPersona', title: t('Preview Persona') },
  why: { command: 'dossier.whyMissing', title: t('Why Is It Missing?') },
  restart: { command: 'dossier.restartServer', title: t('Restart') },
  none: undefined,
});

/** Shows the status of the active document until disposed. */
export function showStatus(server: Server, documents: AgentDocuments): vscode.Disposable {
  const known = new Map<string, StatusParams>();
  const item = vscode.languages.createLanguageStatusItem('dossier.status', documents.selector);
  item.name = 'Dossier';

  function update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const words = statusTextOf(server.state, uri === undefined ? undefined : known.get(uri));
    item.text = inertLabel(words.text);
    item.detail = inertLabel(words.detail);
    item.severity = severities[words.severity];
    item.busy = words.isBusy;
    const command = commands()[words.action];
    const { document } = vscode.window.activeTextEditor ?? {};
    // The command applies to the active document, without asking for a file.
    item.command =
      words.action === 'why' && command && document
        ? { ...command, arguments: [document.uri] }
        : command;
  }

  update();
  return vscode.Disposable.from(
    item,
    documents.onDidChange(() => {
      item.selector = documents.selector;
    }),
    server.onState((state) => {
      // The status of a previous server does not apply to the new one.
      if (state === 'starting') known.clear();
      update();
    }),
    server.onStatus((status) => {
      known.set(status.uri, status);
      update();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
  );
}
