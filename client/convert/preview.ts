// The result of a conversion before it is written: a diff editor with the result, and the account next to it. What can be done with
// it is in the title bar of both editors for as long as they are open.
import * as vscode from 'vscode';
import { t } from '../l10n';

const scheme = 'dossier-convert';

/** The commands in the title bar, by what they do. */
export const decisions = {
  create: 'dossier.createConverted',
  replace: 'dossier.replaceConverted',
  updateCopy: 'dossier.updateCopy',
  updateAgent: 'dossier.updateFromCopy',
} as const;

/** What each command that is offered does. */
export type Decisions = Readonly<Partial<Record<keyof typeof decisions, () => Promise<void>>>>;

export interface Shown {
  /** The file to compare with. */
  readonly left: vscode.Uri;
  readonly text: string;
  /** The path of the new file, which the result is shown as. */
  readonly path: string;
  readonly title: string;
  /** Markdown. */
  readonly account: string;
  readonly decisions: Decisions;
}

export class ConversionPreview implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changes = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: readonly vscode.Disposable[];
  #decisions: Decisions = {};

  constructor() {
    this.#disposables = [
      this.#changes,
      vscode.workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changes.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.toString()) ?? '',
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  /** Opens both editors, in place of those of the last conversion. */
  async show({ left, text, path, title, account, decisions: offered }: Shown): Promise<void> {
    await this.#offer(offered);
    await this.#openAccount(account, vscode.ViewColumn.Two);
    const right = this.#put('result', path, text);
    await vscode.commands.executeCommand('vscode.diff', left, right, title, {
      viewColumn: vscode.ViewColumn.One,
    });
  }

  /** Opens the account alone. */
  async showAccount(account: string, offered: Decisions = {}): Promise<void> {
    await this.#offer(offered);
    await this.#openAccount(account, vscode.ViewColumn.Active);
  }

  /** Closes the editors and does what was decided. */
  async decide(decision: keyof Decisions): Promise<void> {
    const act = this.#decisions[decision];
    await this.close();
    await act?.();
  }

  async #offer(offered: Decisions): Promise<void> {
    await this.close();
    this.#decisions = offered;
    const names = Object.keys(offered).join(' ');
    await vscode.commands.executeCommand('setContext', 'dossier.decisions', names);
  }

  async #openAccount(account: string, viewColumn: vscode.ViewColumn): Promise<void> {
    const uri = this.#put('account', `/${t('Conversion Account')}.md`, account);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn,
      preview: true,
      preserveFocus: true,
    });
  }

  /** Closes what is open of the last conversion. */
  async close(): Promise<void> {
    this.#decisions = {};
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isOurs = ({ input }: vscode.Tab): boolean =>
      (input instanceof vscode.TabInputTextDiff && input.modified.scheme === scheme) ||
      (input instanceof vscode.TabInputText && input.uri.scheme === scheme);
    await vscode.window.tabGroups.close(tabs.filter(isOurs));
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #put(authority: string, path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, authority, path });
    this.#texts.set(uri.toString(), text);
    this.#changes.fire(uri);
    return uri;
  }
}
