// One page: which document and host it shows, when it asks the server anew, and what becomes of a press in it.
import * as vscode from 'vscode';
import { type PersonaCard, type PersonaParams, personaMethod } from '../../server/protocol';
import type { AgentDocuments } from '../agent-documents';
import type { Server } from '../server';
import { announcement, personaHtml } from './html';
import type { FromPage, ToPage } from './messages';
import { PromptRenderer } from './prompt';
import { newNonce, shellHtml } from './shell';
import { shownHost, type View } from './view';

// Long enough to wait out a burst of keys, short enough to feel immediate.
const restAfterKey = 120;

export class PersonaPage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #server: Server;
  readonly #documents: AgentDocuments;
  readonly #prompts = new PromptRenderer();
  readonly #living: vscode.Disposable[];
  #uri: vscode.Uri | undefined;
  #host: string | undefined;
  #view: View = { kind: 'no-file' };
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    server: Server,
    extensionUri: vscode.Uri,
    documents: AgentDocuments,
  ) {
    this.panel = panel;
    this.#server = server;
    this.#documents = documents;
    this.#living = [
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#pressed(message)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#changed(document.uri)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.followEditor(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#tellCaret(textEditor)),
      server.onStatus(({ uri }) => this.#changed(vscode.Uri.parse(uri))),
    ];
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'images', 'icon.png');
    panel.webview.html = shellOf(panel.webview, extensionUri);
  }

  /** Shows another document; the chosen host stays unless one is named. */
  follow(uri: vscode.Uri, host: string | undefined): void {
    this.#host = host ?? this.#host;
    if (this.#uri?.toString() !== uri.toString()) this.#become({ kind: 'starting' });
    this.#uri = uri;
    void this.#ask();
  }

  /** Shows the agent file that came to the front; anything else in front leaves the page as it is. */
  followEditor(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.#documents.has(editor.document)) return;
    if (editor.document.uri.toString() === this.#uri?.toString()) return;
    this.follow(editor.document.uri, undefined);
  }

  dispose(): void {
    clearTimeout(this.#rest);
    for (const one of this.#living) one.dispose();
  }

  #changed(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#ask(), restAfterKey);
  }

  // A later question makes the answer to an earlier one worthless.
  async #ask(): Promise<void> {
    const uri = this.#uri;
    if (!uri) return;
    this.#asked += 1;
    const question = this.#asked;
    const view = await this.#viewOf(uri);
    if (question === this.#asked) this.#become(view);
  }

  async #viewOf(uri: vscode.Uri): Promise<View> {
    try {
      // The server judges open documents; after a restart of the window the file may not be one yet.
      await vscode.workspace.openTextDocument(uri);
      const params: PersonaParams = { uri: uri.toString() };
      const card = await this.#server.request<PersonaCard | null>(personaMethod, params);
      const none: View = { kind: 'no-agent', file: vscode.workspace.asRelativePath(uri) };
      return card && card.hosts.length > 0 ? { kind: 'card', card, host: this.#host } : none;
    } catch (error) {
      return { kind: 'failed', message: reasonOf(error) };
    }
  }

  #become(view: View): void {
    this.#view = view;
    this.panel.title = titleOf(view);
    void this.#send();
  }

  async #send(): Promise<void> {
    const view = this.#view;
    const agent = view.kind === 'card' ? shownHost(view)?.agent : undefined;
    const prompt = agent ? await this.#prompts.render(agent.prompt) : '';
    if (view !== this.#view) return;
    await this.#post({
      type: 'show',
      body: personaHtml(view),
      prompt,
      promptLine: agent?.promptLine ?? 0,
      announce: announcement(view),
      kept: this.#uri ? { uri: this.#uri.toString(), host: this.#host } : undefined,
    });
    await this.#post({ type: 'caret', line: this.#editor()?.selection.active.line ?? null });
  }

  #editor(): vscode.TextEditor | undefined {
    const shown = this.#uri?.toString();
    return vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === shown,
    );
  }

  #tellCaret(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.#uri?.toString()) return;
    void this.#post({ type: 'caret', line: editor.selection.active.line });
  }

  async #pressed(message: FromPage): Promise<void> {
    if (message.type === 'ready') await this.#send();
    else if (message.type === 'host') this.#chooseHost(message.host);
    else if (message.type === 'reveal') await this.#reveal(message.line);
    else if (message.command === 'output')
      await vscode.commands.executeCommand('dossier.showOutput');
    else {
      await vscode.commands.executeCommand('dossier.restartServer');
      await this.#ask();
    }
  }

  #chooseHost(host: string): void {
    this.#host = host;
    if (this.#view.kind === 'card') this.#become({ ...this.#view, host });
  }

  async #reveal(line: number): Promise<void> {
    if (!this.#uri) return;
    const at = new vscode.Range(line, 0, line, 0);
    const editor = await vscode.window.showTextDocument(this.#uri, {
      viewColumn: this.#editor()?.viewColumn ?? vscode.ViewColumn.One,
      selection: at,
    });
    editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  async #post(message: ToPage): Promise<void> {
    await this.panel.webview.postMessage(message);
  }
}

// The library puts the request's name before what the server said.
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^Request \S+ failed with message: /, '');
}

function titleOf(view: View): string {
  if (view.kind !== 'card') return 'Persona';
  const named = shownHost(view)?.agent ?? view.card.hosts.find(({ agent }) => agent)?.agent;
  return named ? `Persona: ${named.name.slice(0, 60)}` : 'Persona';
}

function shellOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const dist = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  return shellHtml({
    title: 'Persona',
    id: 'persona',
    cspSource: webview.cspSource,
    nonce: newNonce(),
    style: dist('persona.css'),
    script: dist('persona.js'),
  });
}
