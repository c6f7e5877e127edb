// The result for the active document in the status bar, and the language status item, which shows the state of the server too.
import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol/protocol';
import { inertLabel } from '../server/text/inert-label';
import type { AgentDocuments } from './agent-documents';
import { t } from './l10n';
import type { Server } from './server';
import { type BarText, barTextOf, type StatusText, statusTextOf } from './status-text';

const severities = {
  unknown: vscode.LanguageStatusSeverity.Information,
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

/** The command applies to the document, without asking for a file. */
function commandFor(
  action: StatusText['action'],
  uri: vscode.Uri | undefined,
): vscode.Command | undefined {
  const command = commands()[action];
  return action === 'why' && command && uri ? { ...command, arguments: [uri] } : command;
}

const icons = {
  unknown: 'question',
  information: 'pass',
  warning: 'warning',
  error: 'error',
} as const;

/** The result of the agent in the active editor. It stays while a panel such as the preview has the focus. */
class ResultBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem(
    'dossier.result',
    vscode.StatusBarAlignment.Left,
  );
  #uri: vscode.Uri | undefined;

  constructor() {
    this.#item.name = t('Dossier: Result of the Agent');
  }

  update(textFor: (uri: vscode.Uri) => BarText | null): void {
    const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
    const last = this.#uri?.toString();
    this.#uri =
      active?.document.uri ??
      visible.find(({ document }) => document.uri.toString() === last)?.document.uri;
    const text = this.#uri && textFor(this.#uri);
    if (text) this.#show(text);
    else this.#item.hide();
  }

  #show({ text, lines, severity, action }: BarText): void {
    const item = this.#item;
    item.text = `$(${icons[severity]}) ${inertLabel(text)}`;
    item.tooltip = lines.map(inertLabel).join('\n');
    item.accessibilityInformation = { label: text };
    item.backgroundColor =
      severity === 'error' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    const command = commands()[action];
    item.command = command && this.#uri && { ...command, arguments: [this.#uri] };
    item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

/** Shows the status of the active document until disposed. */
export function showStatus(server: Server, documents: AgentDocuments): vscode.Disposable {
  const known = new Map<string, StatusParams>();
  const item = vscode.languages.createLanguageStatusItem('dossier.status', documents.selector);
  item.name = 'Dossier';
  const bar = new ResultBar();

  function update(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const words = statusTextOf(server.state, uri && known.get(uri.toString()));
    bar.update((shown) => barTextOf(server.state, known.get(shown.toString())));
    item.text = inertLabel(words.text);
    item.detail = inertLabel(words.detail);
    item.severity = severities[words.severity];
    item.busy = words.isBusy;
    item.command = commandFor(words.action, uri);
  }

  update();
  return vscode.Disposable.from(
    item,
    bar,
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
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
  );
}
