// The panel with the graph of all agents. One for the window: it follows what becomes of them while it is seen.
import * as vscode from 'vscode';
import { type Graph, graphMethod } from '../../server/protocol';
import { newNonce, shellHtml } from '../persona/shell';
import type { Server } from '../server';
import { t } from '../words';
import type { FromPage, ToPage } from './messages';

const viewType = 'dossier.graph';

export class GraphPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #server: Server;
  readonly #living: readonly vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;
  #isStale = false;
  #asked = 0;
  /** Files that the page was told of: it can have no others opened. */
  #files: ReadonlySet<string> = new Set();

  constructor(extensionUri: vscode.Uri, server: Server) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#living = [
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
      server.onAgents(() => this.#becomeStale()),
      // Another server knows nothing of who asked the one before.
      server.onState((state) => state === 'running' && this.#panel && this.#becomeStale()),
    ];
  }

  show(): void {
    const { Active } = vscode.ViewColumn;
    if (this.#panel) this.#panel.reveal();
    else this.#adopt(vscode.window.createWebviewPanel(viewType, t('Delegation Graph'), Active));
  }

  dispose(): void {
    for (const one of this.#living) one.dispose();
    this.#panel?.dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#isReady = false;
    const dist = vscode.Uri.joinPath(this.#extensionUri, 'dist');
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'images', 'icon.png');
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist] };
    panel.webview.onDidReceiveMessage((message: FromPage) => void this.#pressed(message));
    panel.onDidChangeViewState(() => this.#isStale && this.#becomeStale());
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    const at = (file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(dist, file));
    panel.webview.html = shellHtml({
      title: t('Delegation Graph'),
      id: 'graph',
      cspSource: panel.webview.cspSource,
      nonce: newNonce(),
      style: at('graph.css').toString(),
      script: at('graph.js').toString(),
    });
  }

  #becomeStale(): void {
    this.#isStale = true;
    if (!this.#panel?.visible || !this.#isReady) return;
    void this.#send();
  }

  async #pressed(message: FromPage): Promise<void> {
    if (message.type === 'ready') {
      this.#isReady = true;
      await this.#send();
    } else if (message.type === 'open') await this.#open(message.uri);
    else if (message.command === 'output') {
      await vscode.commands.executeCommand('dossier.showOutput');
    } else {
      await vscode.commands.executeCommand('dossier.restartServer');
      await this.#send();
    }
  }

  async #open(uri: string): Promise<void> {
    if (this.#files.has(uri))
      await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri));
  }

  // A later question makes the answer to an earlier one worthless.
  async #send(): Promise<void> {
    this.#isStale = false;
    this.#asked += 1;
    const question = this.#asked;
    const message = await this.#answer();
    if (question === this.#asked) await this.#panel?.webview.postMessage(message);
  }

  async #answer(): Promise<ToPage> {
    try {
      const graph = await this.#server.request<Graph>(graphMethod, {});
      this.#files = new Set(graph.folders.flatMap(({ agents }) => agents.map(({ uri }) => uri)));
      return { type: 'graph', graph };
    } catch {
      return { type: 'failed', message: t('Dossier could not start. See the output for details.') };
    }
  }
}
