// The webview panel with the graph of all agents. There is one per window, and it updates while it is visible.
import * as vscode from 'vscode';
import { type Graph, graphMethod } from '../../server/protocol/protocol';
import { otherColumnFor } from '../agents/file-actions';
import { t } from '../l10n';
import type { Server } from '../server';
import { openPage } from '../webview/page';
import type { FromPage, ToPage } from './messages';

const viewType = 'dossier.graph';
/** The setting for keys without a modifier. */
const singleKeys = 'graph.singleKeyShortcuts';

export class GraphPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #server: Server;
  readonly #disposables: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #isStale = false;
  #latestRequest = 0;
  /** Files in the graph. The webview can only open these. */
  #files: ReadonlySet<string> = new Set();

  constructor(extensionUri: vscode.Uri, server: Server) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel) => this.#attach(panel),
      }),
      server.onAgents(() => this.#invalidate()),
      vscode.workspace.onDidChangeConfiguration(
        (change) => change.affectsConfiguration(`dossier.${singleKeys}`) && this.#invalidate(),
      ),
      // A restarted server does not know that this client requested the graph.
      server.onState((state) => state === 'running' && this.#panel && this.#invalidate()),
    ];
  }

  show(): void {
    const { Active } = vscode.ViewColumn;
    if (this.#panel) this.#panel.reveal();
    else this.#attach(vscode.window.createWebviewPanel(viewType, t('Delegation Graph'), Active));
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
    this.#panel?.dispose();
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#onMessage(message));
    panel.onDidChangeViewState(() => this.#isStale && this.#invalidate());
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    openPage(panel, this.#extensionUri, { id: 'graph', title: t('Delegation Graph') });
  }

  #invalidate(): void {
    this.#isStale = true;
    if (!this.#panel?.visible || !this.#isReady) return;
    void this.#send();
  }

  async #onMessage(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      await this.#send();
    } else if (message.type === 'open') await this.#open(message.uri);
    else if (message.type === 'copy') await vscode.env.clipboard.writeText(message.text);
    else if (message.command === 'output') {
      await vscode.commands.executeCommand('dossier.showOutput');
    } else {
      await vscode.commands.executeCommand('dossier.restartServer');
      await this.#send();
    }
  }

  async #open(uri: string): Promise<void> {
    if (!this.#files.has(uri)) return;
    const file = vscode.Uri.parse(uri);
    const options = otherColumnFor(file, this.#panel?.viewColumn);
    await vscode.commands.executeCommand('vscode.open', file, options);
  }

  // Only the answer to the latest request is sent.
  async #send(): Promise<void> {
    this.#isStale = false;
    this.#latestRequest += 1;
    const request = this.#latestRequest;
    const message = await this.#requestGraph();
    if (request === this.#latestRequest) await this.#panel?.webview.postMessage(message);
  }

  async #requestGraph(): Promise<ToPage> {
    try {
      const graph = await this.#server.request<Graph>(graphMethod, {});
      this.#files = new Set([
        ...graph.folders.flatMap(({ agents }) => agents.map(({ uri }) => uri)),
        ...graph.others.flatMap(({ uri }) => uri ?? []),
      ]);
      const configuration = vscode.workspace.getConfiguration('dossier');
      return { type: 'graph', graph, hasSingleKeys: configuration.get(singleKeys, true) };
    } catch {
      return { type: 'failed', message: t('Dossier could not start. See the output for details.') };
    }
  }
}
