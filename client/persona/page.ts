// One page: which document and host it shows, when it asks the server anew, and what becomes of a press in it.
import * as vscode from 'vscode';
import type { AgentDocuments } from '../agent-documents';
import type { Server } from '../server';
import { t } from '../words';
import { answerTo, openDocument, promptOf, viewFor } from './asking';
import { copyPersona, savePersona } from './keeping';
import { html } from './markup';
import type { Asked, FromPage, Kept, PageCommand, ToPage } from './messages';
import { Sender } from './sender';
import { newNonce, shellHtml } from './shell';
import { shownHost, type View } from './view';

// A key brings a caret of its own a moment later: that one was typed, not put there.
const sameKey = 100;

export class PersonaPage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #server: Server;
  readonly #documents: AgentDocuments;
  readonly #extensionUri: vscode.Uri;
  readonly #sender = new Sender((message) => this.#post(message));
  readonly #living: vscode.Disposable[];
  #uri: vscode.Uri | undefined;
  #host: string | undefined;
  #asked: Asked | undefined;
  #fates = false;
  #view: View = { kind: 'no-file' };
  #isAsking = false;
  #isStale = false;
  #editedAt = 0;
  #taking: ((prompt: string) => void) | undefined;

  constructor(
    panel: vscode.WebviewPanel,
    server: Server,
    extensionUri: vscode.Uri,
    documents: AgentDocuments,
  ) {
    this.panel = panel;
    this.#server = server;
    this.#documents = documents;
    this.#extensionUri = extensionUri;
    this.#living = [
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#pressed(message)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
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

  /** Shows what was shown before the window was loaded anew. */
  resume({ uri, host, probe, fates }: Kept): void {
    this.#asked = probe;
    this.#fates = fates;
    this.follow(vscode.Uri.parse(uri), host);
  }

  /** Shows the agent file that came to the front; anything else in front leaves the page as it is. */
  followEditor(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.#documents.has(editor.document)) return;
    if (editor.document.uri.toString() === this.#uri?.toString()) return;
    this.follow(editor.document.uri, undefined);
  }

  /** Copies the persona, or saves it as a file. */
  async keep(how: 'copy' | 'export'): Promise<void> {
    const view = this.#view;
    if (view.kind !== 'card') return;
    if (how === 'copy') return copyPersona(view);
    const prompt = await this.#drawnPrompt();
    await savePersona(view, prompt, vscode.Uri.joinPath(this.#extensionUri, 'dist', 'persona.css'));
  }

  dispose(): void {
    for (const one of this.#living) one.dispose();
  }

  #edited(document: vscode.TextDocument): void {
    if (document.uri.toString() !== this.#uri?.toString()) return;
    this.#editedAt = Date.now();
    this.#changed(document.uri);
  }

  #changed(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) return;
    // The server is told of the edit by another listener of the same event.
    queueMicrotask(() => void this.#ask());
  }

  // One question at a time: edits that come meanwhile are in the next answer.
  async #ask(): Promise<void> {
    if (this.#isAsking) {
      this.#isStale = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#isStale = false;
        const uri = this.#uri;
        if (!uri) return;
        const [host, asked, fates] = [this.#host, this.#asked, this.#fates];
        const view = await viewFor(this.#server, { uri, host, asked, fates });
        const isOther =
          uri.toString() !== this.#uri?.toString() || host !== this.#host || asked !== this.#asked;
        if (isOther) this.#isStale = true;
        else this.#become(view);
      } while (this.#isStale);
    } finally {
      this.#isAsking = false;
    }
  }

  #become(view: View): void {
    this.#view = view;
    const title = titleOf(view);
    if (this.panel.title !== title) this.panel.title = title;
    this.#send();
  }

  #send(): void {
    const kept: Kept | undefined = this.#uri && {
      uri: this.#uri.toString(),
      host: this.#host,
      probe: this.#asked,
      fates: this.#fates,
    };
    this.#sender.show(this.#view, kept, this.#editor()?.selection.active.line ?? null);
  }

  #editor(): vscode.TextEditor | undefined {
    const shown = this.#uri?.toString();
    return vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === shown,
    );
  }

  #tellCaret(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.#uri?.toString()) return;
    const moved = Date.now() - this.#editedAt > sameKey;
    this.#post({ type: 'caret', line: editor.selection.active.line, moved });
  }

  async #pressed(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#sender.forget();
        return this.#send();
      case 'host':
        return this.#chooseHost(message.host);
      case 'reveal':
        return this.#reveal(message.line);
      case 'open':
        return void vscode.window.showTextDocument(vscode.Uri.parse(message.uri), {
          viewColumn: this.#editor()?.viewColumn ?? vscode.ViewColumn.One,
        });
      case 'probe':
        this.#asked = message.asked;
        return this.#probe();
      case 'fates':
        if (this.#fates === message.open) return;
        this.#fates = message.open;
        return this.#ask();
      case 'taken':
        return this.#taking?.(message.prompt);
      case 'command':
        return this.#run(message.command);
    }
  }

  async #run(command: PageCommand): Promise<void> {
    if (command === 'copy' || command === 'export') return this.keep(command);
    if (command === 'output') return vscode.commands.executeCommand('dossier.showOutput');
    await vscode.commands.executeCommand('dossier.restartServer');
    await this.#ask();
  }

  /** What is known of the other host is there already: it is shown at once, and asked for anew behind it. */
  #chooseHost(host: string): void {
    this.#host = host;
    const document = this.#uri && openDocument(this.#uri);
    if (this.#view.kind === 'card' && document) {
      const prompt = promptOf(this.#view.card, host, document);
      if (prompt !== null) this.#become({ ...this.#view, host, prompt, answer: null });
    }
    void this.#ask();
  }

  async #probe(): Promise<void> {
    const asked = this.#asked;
    if (this.#view.kind !== 'card') return;
    const answer = await answerTo(this.#server, { ...this.#view, asked });
    if (asked === this.#asked && this.#view.kind === 'card')
      this.#become({ ...this.#view, asked, answer });
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

  /** The prompt as the page shows it, with the values that were tried: HTML of our own making. */
  #drawnPrompt(): Promise<string> {
    return new Promise((resolve) => {
      this.#taking = resolve;
      this.#post({ type: 'take' });
    });
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

function titleOf(view: View): string {
  if (view.kind !== 'card') return t('Persona');
  const named = shownHost(view)?.agent ?? view.card.hosts.find(({ agent }) => agent)?.agent;
  return named ? t('Persona: {0}', named.name.slice(0, 60)) : t('Persona');
}

const inside = html`<div id="top"></div><div id="panel" class="panel" role="tabpanel" hidden><article id="prompt" class="prompt" tabindex="0" aria-labelledby="prompt-title" hidden></article></div>`;

function shellOf(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const dist = (file: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  return shellHtml({
    title: t('Persona'),
    id: 'persona',
    cspSource: webview.cspSource,
    nonce: newNonce(),
    style: dist('persona.css'),
    script: dist('persona.js'),
    inside,
  });
}
