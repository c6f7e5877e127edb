// The webview panel with the table of a plugin. There is one per window, and it updates when a file of the plugin changes.
import * as vscode from 'vscode';
import {
  type PluginAnswer,
  type PluginFixAnswer,
  type PluginParams,
  pluginFixMethod,
  pluginMethod,
} from '../../server/protocol/protocol';
import { otherColumnFor } from '../agents/file-actions';
import { t } from '../l10n';
import { showError, showInformation } from '../notify';
import type { Server } from '../server';
import { openPage } from '../webview/page';
import { fixEdit } from './fix-edit';
import type { FromPage, ToPage } from './messages';
import { removeEmptyFolders } from './remove-empty-folders';

const viewType = 'dossier.plugin';

/** Milliseconds after a change until the table is requested again. */
const pauseMs = 300;

export class PluginPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #server: Server;
  readonly #disposables: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #watcher: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The folder, or a file in it. */
  #uri: vscode.Uri | undefined;
  #answer: PluginAnswer | undefined;
  /** The change that is shown; undefined while none is. */
  #fix: PluginFixAnswer | undefined;
  #isReady = false;
  #latestRequest = 0;

  constructor(extensionUri: vscode.Uri, server: Server) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel, state: unknown) => this.#restore(panel, state),
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#onChange(document.uri)),
    ];
  }

  /** Shows the table of a plugin. @returns false, and shows nothing, where no program loads one */
  async show(uri: vscode.Uri): Promise<boolean> {
    const answer = await this.#request(uri);
    if (!answer) return false;
    this.#follow(vscode.Uri.parse(answer.uri));
    const { Active } = vscode.ViewColumn;
    if (this.#panel) this.#panel.reveal();
    else this.#attach(vscode.window.createWebviewPanel(viewType, t('Plugin'), Active));
    this.#fix = undefined;
    await this.#send(answer);
    return true;
  }

  /** Shows the table, and the change after which more programs load more of the plugin. @returns as `show` */
  async showFix(uri: vscode.Uri): Promise<boolean> {
    if (!(await this.show(uri))) return false;
    await this.#findFix();
    return true;
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
    this.#watcher?.dispose();
    clearTimeout(this.#timer);
    this.#panel?.dispose();
  }

  #restore(panel: vscode.WebviewPanel, state: unknown): void {
    const isState = typeof state === 'object' && state !== null && 'uri' in state;
    if (!isState || typeof state.uri !== 'string') {
      panel.dispose();
      return;
    }
    this.#follow(vscode.Uri.parse(state.uri));
    this.#attach(panel);
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#onMessage(message));
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#watcher?.dispose();
      this.#uri = undefined;
    });
    openPage(panel, this.#extensionUri, { id: 'plugin', title: t('Plugin') });
  }

  #follow(folder: vscode.Uri): void {
    if (this.#uri?.toString() === folder.toString()) return;
    this.#uri = folder;
    this.#answer = undefined;
    this.#fix = undefined;
    this.#watcher?.dispose();
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, '**'),
    );
    watcher.onDidCreate((file) => this.#onChange(file));
    watcher.onDidChange((file) => this.#onChange(file));
    watcher.onDidDelete((file) => this.#onChange(file));
    this.#watcher = watcher;
  }

  #onChange(file: vscode.Uri): void {
    if (!this.#panel || !this.#uri || !file.path.startsWith(`${this.#uri.path}/`)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), pauseMs);
  }

  async #onMessage(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      if (this.#answer) await this.#send(this.#answer);
      else await this.#update();
    } else if (message.type === 'copy') await this.#copy();
    else if (message.type === 'open') await this.#open(message.file);
    else if (message.type === 'fix') await this.#findFix();
    else if (message.type === 'apply') await this.#applyFix();
    else await this.#showFix(undefined);
  }

  async #copy(): Promise<void> {
    if (!this.#answer) return;
    await vscode.env.clipboard.writeText(this.#answer.markdown);
    void showInformation(t('The table was copied to the clipboard as Markdown.'));
  }

  async #findFix(): Promise<void> {
    const { uri } = this.#answer ?? {};
    if (uri === undefined) return;
    const params: PluginParams = { uri };
    await this.#showFix(await this.#server.request<PluginFixAnswer>(pluginFixMethod, params));
  }

  async #showFix(fix: PluginFixAnswer | undefined): Promise<void> {
    this.#fix = fix;
    if (this.#answer) await this.#send(this.#answer);
  }

  /** Makes the change that the page shows, as one step that can be undone. */
  async #applyFix(): Promise<void> {
    const [fix, uri] = [this.#fix, this.#uri];
    if (!fix || !uri) return;
    this.#fix = undefined;
    if (await vscode.workspace.applyEdit(await fixEdit(uri, fix), { isRefactoring: true })) {
      await removeEmptyFolders(uri, fix);
      void showInformation(t('The plugin was changed. You can undo this in the Explorer.'));
    } else void showError(t('The plugin could not be changed.'));
    await this.#update();
  }

  /** Only files of the shown plugin. */
  async #open(file: string): Promise<void> {
    const { plugin, uri } = this.#answer ?? {};
    if (!plugin || uri === undefined) return;
    const files = new Set([
      ...plugin.parts.map((part) => part.file),
      ...plugin.programs.map(({ manifest }) => manifest),
    ]);
    if (!files.has(file)) return;
    const opened = vscode.Uri.joinPath(vscode.Uri.parse(uri), file);
    const options = otherColumnFor(opened, this.#panel?.viewColumn);
    await vscode.commands.executeCommand('vscode.open', opened, options);
  }

  /** Requests the table again. Only the answer to the latest request is shown. */
  async #update(): Promise<void> {
    if (!this.#uri) return;
    this.#latestRequest += 1;
    const request = this.#latestRequest;
    const answer = await this.#request(this.#uri).catch(() => null);
    if (request !== this.#latestRequest) return;
    // The files have changed since the change was computed.
    this.#fix = undefined;
    if (answer) await this.#send(answer);
    else
      await this.#post({
        type: 'failed',
        message: t('No program loads a plugin from this folder.'),
      });
  }

  #request(uri: vscode.Uri): Promise<PluginAnswer | null> {
    const params: PluginParams = { uri: uri.toString() };
    return this.#server.request<PluginAnswer | null>(pluginMethod, params);
  }

  async #send(answer: PluginAnswer): Promise<void> {
    this.#answer = answer;
    if (this.#panel) this.#panel.title = t('Plugin {0}', answer.plugin.folder);
    if (this.#isReady) {
      const fix = this.#fix;
      await this.#post({ type: 'plugin', answer, ...(fix !== undefined && { fix }) });
    }
  }

  async #post(message: ToPage): Promise<void> {
    await this.#panel?.webview.postMessage(message);
  }
}
