// The persona webview of a panel: selects the document and host, requests the data from the server and handles user actions.
import * as vscode from 'vscode';
import type { CaretPosition, HostCard, HostParams } from '../../server/protocol/protocol';
import type { AgentDocuments } from '../agent-documents';
import { showLine } from '../files';
import { t } from '../l10n';
import { createVersion } from '../new-agent/version';
import type { Server } from '../server';
import { html } from '../webview/markup';
import { openPage } from '../webview/page';
import { configureTools, fixFinding, setTools } from './changes';
import { copyPersona, savePersona } from './export';
import { promptOf } from './load-view';
import type { FromPage, PageCommand, PersonaState, ProbeQuery, ToPage } from './messages';
import {
  openDocument,
  requestCallAnswer,
  requestProbeAnswer,
  requestView,
  shownFile,
} from './requests';
import { Sender } from './sender';
import { setToolInCopies } from './tool-in-copies';
import { type CardView, shownHost, type Undoable, type View } from './view';

export interface Followed {
  /** Whether to show the file as if it were in the folder of the host. */
  readonly isAssumed?: boolean;
  /** Where the agent is, in a file with several. */
  readonly at?: CaretPosition | undefined;
  /** Whether to expand the comparison of all hosts. */
  readonly isComparing?: boolean;
}

// A caret event within this time (ms) after an edit was caused by typing.
const typingMs = 100;

export class PersonaPage implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #server: Server;
  readonly #documents: AgentDocuments;
  readonly #extensionUri: vscode.Uri;
  readonly #sender = new Sender((message) => this.#post(message));
  readonly #disposables: vscode.Disposable[];
  #uri: vscode.Uri | undefined;
  #host: string | undefined;
  /** The caret, in a file with several agents: it selects the agent. */
  #at: CaretPosition | undefined;
  #query: ProbeQuery | undefined;
  #typed: string | undefined;
  #isComparing = false;
  /** Whether the page has to expand the comparison, and has not done it yet. */
  #isToCompare = false;
  /** Whether the file is shown as if it were in the folder of the host. */
  #isAssumed = false;
  #isLocked = false;
  /** Whether this editor has the commands that were looked up for the shown document. */
  readonly #hasCommand = new Map<string, boolean>();
  #view: View = { kind: 'no-file' };
  #isRequesting = false;
  #isStale = false;
  #editedAt = 0;
  /** The last change that the page made, and the version of the document after it. */
  #undoable: (Undoable & { readonly version: number }) | undefined;
  #resolvePrompt: ((prompt: string) => void) | undefined;

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
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: FromPage) => void this.#onMessage(message)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#onEdit(document)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.followEditor(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#sendCaret(textEditor)),
      server.onStatus(({ uri }) => this.#refresh(vscode.Uri.parse(uri))),
    ];
    openPage(panel, extensionUri, { id: 'persona', title: t('Persona'), content });
  }

  /** Shows a document. The selected host is kept unless one is given, and the agent in the document too. */
  follow(
    uri: vscode.Uri,
    host: string | undefined,
    { isAssumed = false, at, isComparing = false }: Followed = {},
  ): void {
    if (isComparing) this.#isComparing = this.#isToCompare = true;
    this.#host = host ?? this.#host;
    this.#isAssumed = isAssumed;
    this.#at = at ?? (this.#uri?.toString() === uri.toString() ? this.#at : undefined);
    if (this.#uri?.toString() !== uri.toString()) {
      this.#setView({ kind: 'starting' });
      this.#undoable = undefined;
      this.#typed = undefined;
      // Extensions may have registered commands since.
      this.#hasCommand.clear();
    }
    this.#uri = uri;
    void this.#request();
  }

  /** Restores the state from before a reload of the window. */
  resume({ uri, host, at, probe, call, isComparing, isAssumed, isLocked }: PersonaState): void {
    this.#query = probe;
    this.#typed = call;
    this.#isComparing = isComparing;
    this.#isLocked = isLocked;
    this.follow(vscode.Uri.parse(uri), host, { isAssumed, at });
  }

  /** Like `follow`, unless the page is locked to another file. */
  followUnlessLocked(uri: vscode.Uri, host: string): void {
    if (!this.#isLocked || uri.toString() === this.#uri?.toString()) this.follow(uri, host);
  }

  /** Shows the agent file of the active editor, unless the page is locked. Other files do not change the page. */
  followEditor(editor: vscode.TextEditor | undefined): void {
    if (this.#isLocked || !editor || !this.#documents.has(editor.document)) return;
    if (editor.document.uri.toString() === this.#uri?.toString()) return;
    this.follow(editor.document.uri, undefined, { at: positionIn(editor) });
  }

  /** Copies the persona as Markdown, or saves it as an HTML file. */
  async export(how: 'copy' | 'export'): Promise<void> {
    const view = this.#view;
    if (view.kind !== 'card') return;
    if (how === 'copy') return copyPersona(view);
    const prompt = await this.#renderedPrompt();
    await savePersona(view, prompt, vscode.Uri.joinPath(this.#extensionUri, 'dist', 'persona.css'));
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  #onEdit(document: vscode.TextDocument): void {
    if (document.uri.toString() !== this.#uri?.toString()) return;
    this.#editedAt = Date.now();
    if (document.version !== this.#undoable?.version) this.#undoable = undefined;
    this.#refresh(document.uri);
  }

  #refresh(uri: vscode.Uri): void {
    if (uri.toString() !== this.#uri?.toString()) return;
    // Deferred, because another listener of the same event sends the edit to the server.
    queueMicrotask(() => void this.#request());
  }

  // One request at a time. Edits during a request are included in the next one.
  async #request(): Promise<void> {
    if (this.#isRequesting) {
      this.#isStale = true;
      return;
    }
    this.#isRequesting = true;
    try {
      do {
        this.#isStale = false;
        const uri = this.#uri;
        if (!uri) return;
        const [host, query, isComparing] = [this.#host, this.#query, this.#isComparing];
        const typed = this.#typed;
        const at = this.#at;
        const view = await requestView(this.#server, {
          ...{ uri, host, at, query, typed, isComparing },
          isAssumed: this.#isAssumed,
        });
        await this.#lookUpCommands(view);
        const isOutdated =
          uri.toString() !== this.#uri?.toString() ||
          host !== this.#host ||
          at !== this.#at ||
          query !== this.#query ||
          typed !== this.#typed;
        if (isOutdated) this.#isStale = true;
        else this.#setView(view);
      } while (this.#isStale);
    } finally {
      this.#isRequesting = false;
    }
  }

  #setView(next: View): void {
    const view: View =
      next.kind === 'card'
        ? {
            ...next,
            isLocked: this.#isLocked,
            undoable: this.#undoable ?? null,
            editorCommands: commandsIn(next).filter((command) => this.#hasCommand.get(command)),
          }
        : next;
    this.#view = view;
    const title = titleOf(view);
    if (this.panel.title !== title) this.panel.title = title;
    this.#send();
  }

  /** Each command is looked up once for a document, as the list of all commands is long. */
  async #lookUpCommands(view: View): Promise<void> {
    const wanted = view.kind === 'card' ? commandsIn(view) : [];
    if (wanted.every((command) => this.#hasCommand.has(command))) return;
    const known = await vscode.commands.getCommands(true);
    for (const command of wanted) this.#hasCommand.set(command, known.includes(command));
  }

  #send(): void {
    const state: PersonaState | undefined = this.#uri && {
      uri: this.#uri.toString(),
      host: this.#host,
      at: this.#at,
      probe: this.#query,
      call: this.#typed,
      isComparing: this.#isComparing,
      isAssumed: this.#isAssumed,
      isLocked: this.#isLocked,
    };
    this.#sender.show(this.#view, state, this.#editor()?.selection.active.line ?? null);
    if (this.#isToCompare && this.#view.kind === 'card') this.#post({ type: 'openComparison' });
  }

  #editor(): vscode.TextEditor | undefined {
    const shown = this.#uri?.toString();
    return vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === shown,
    );
  }

  #sendCaret(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.#uri?.toString()) return;
    const moved = Date.now() - this.#editedAt > typingMs;
    const { line } = editor.selection.active;
    this.#post({ type: 'caret', line, isMovedByUser: moved });
    const entry = this.#view.kind === 'card' ? this.#view.card.entry : null;
    if (!entry || (line >= entry.at.line && line <= entry.lastLine)) return;
    this.#at = positionIn(editor);
    void this.#request();
  }

  async #onMessage(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#sender.reset();
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
        this.#query = message.query;
        return this.#probe();
      case 'call':
        this.#typed = message.typed;
        return this.#call();
      case 'compare':
        if (message.isOpen) this.#isToCompare = false;
        if (this.#isComparing === message.isOpen) return;
        this.#isComparing = message.isOpen;
        return this.#request();
      case 'setTool':
        return this.#undoably(this.#toolChange(message.tool, message.isGranted), () =>
          this.#change((shown) =>
            setTools(this.#server, shown, [{ tool: message.tool, granted: message.isGranted }]),
          ),
        );
      case 'fix':
        return this.#undoably({ label: message.title, group: null }, () =>
          this.#fix(message.finding, message.title),
        );
      case 'newVersion':
        return this.#change((shown) =>
          createVersion(this.#server, { ...shown, target: message.host }),
        );
      case 'renderedPrompt':
        return this.#resolvePrompt?.(message.prompt);
      case 'command':
        return this.#runCommand(message.command);
    }
  }

  async #runCommand(command: PageCommand): Promise<void> {
    switch (command) {
      case 'copy':
      case 'export':
        return this.export(command);
      case 'lock':
        this.#isLocked = !this.#isLocked;
        return this.#setView(this.#view);
      case 'source':
        return this.#reveal(this.#editor()?.selection.active.line ?? 0);
      case 'configureTools':
        return this.#change((shown) => configureTools(this.#server, shown));
      case 'configureCopies':
        return this.#change((shown) => setToolInCopies(this.#server, shown));
      case 'openChat':
      case 'copyCommand':
        return this.#start(command);
      case 'undo':
      case 'redo':
        return this.#undoOrRedo(command);
      case 'output':
        return vscode.commands.executeCommand('dossier.showOutput');
      case 'restart':
        await vscode.commands.executeCommand('dossier.restartServer');
        await this.#request();
    }
  }

  #toolChange(tool: string, isGranted: boolean): Undoable {
    const host = this.#view.kind === 'card' ? shownHost(this.#view) : undefined;
    const group = host?.agent?.tools.groups.find(({ granted, unknown, added, lost }) =>
      [granted, unknown, added, lost].flat().some(({ name }) => name === tool),
    );
    const label = isGranted ? t('Granted "{0}"', tool) : t('Revoked "{0}"', tool);
    return { label, group: group?.label ?? '' };
  }

  /** Offers to undo what the action changes in the document, until it is edited again. */
  async #undoably(change: Undoable, action: () => Promise<void>): Promise<void> {
    const uri = this.#uri;
    const version = (): number | undefined => uri && openDocument(uri)?.version;
    const before = version();
    await action();
    const now = version();
    if (now === undefined || now === before || uri !== this.#uri) return;
    this.#undoable = { ...change, version: now };
    this.#setView(this.#view);
  }

  /** Runs an action on the shown agent of the shown host. */
  async #change(action: (shown: HostParams) => Promise<void>): Promise<void> {
    const view = this.#view;
    const host = view.kind === 'card' ? shownHost(view) : undefined;
    // For an agent that comes from another host than the shown one, that one is meant.
    const source = view.kind === 'card' && !host?.agent ? view.card.hosts.find(isAgent) : host;
    if (view.kind === 'card' && source) await action(await shownFile(view, source.host));
  }

  /** The editor of the file knows its edits, and works only while it has the focus. */
  async #undoOrRedo(command: 'undo' | 'redo'): Promise<void> {
    if (!this.#uri) return;
    const viewColumn = this.#editor()?.viewColumn ?? vscode.ViewColumn.One;
    await vscode.window.showTextDocument(this.#uri, { viewColumn });
    await vscode.commands.executeCommand(command);
    await this.#activate();
    // VS Code gives the focus to the frame around the page, and to the page only if it had it moments ago.
    this.#post({ type: 'focus' });
  }

  /** Makes the panel the active editor. */
  #activate(): Promise<void> {
    return new Promise((resolve) => {
      const watching = this.panel.onDidChangeViewState(({ webviewPanel }) => {
        if (!webviewPanel.active) return;
        watching.dispose();
        resolve();
      });
      this.panel.reveal();
      if (!this.panel.active) return;
      watching.dispose();
      resolve();
    });
  }

  async #fix(index: number, title: string): Promise<void> {
    const view = this.#view;
    const host = view.kind === 'card' ? shownHost(view) : undefined;
    const finding = host?.findings[index];
    if (view.kind !== 'card' || !host || finding?.fix !== title) return;
    await fixFinding(this.#server, await shownFile(view, host.host), finding);
  }

  async #start(how: 'openChat' | 'copyCommand'): Promise<void> {
    const start = this.#view.kind === 'card' ? shownHost(this.#view)?.agent?.start : undefined;
    if (how === 'openChat' && start?.editor)
      await vscode.commands.executeCommand(start.editor.command, start.editor.argument);
    if (how === 'copyCommand' && start?.command) {
      await vscode.env.clipboard.writeText(start.command);
      vscode.window.setStatusBarMessage(t('Command copied'), 3000);
    }
  }

  /** The card already contains all hosts, so the host is shown immediately and refreshed in the background. */
  #chooseHost(host: string): void {
    this.#host = host;
    const document = this.#uri && openDocument(this.#uri);
    if (this.#view.kind === 'card' && document) {
      const prompt = promptOf(this.#view.card, host, document);
      if (prompt !== null) this.#setView({ ...this.#view, host, prompt, answer: null });
    }
    void this.#request();
  }

  async #probe(): Promise<void> {
    const query = this.#query;
    if (this.#view.kind !== 'card') return;
    const answer = await requestProbeAnswer(this.#server, { ...this.#view, query });
    if (query === this.#query && this.#view.kind === 'card')
      this.#setView({ ...this.#view, query, answer });
  }

  async #call(): Promise<void> {
    const typed = this.#typed;
    if (this.#view.kind !== 'card') return;
    const calls = await requestCallAnswer(this.#server, { ...this.#view, typed });
    if (typed === this.#typed && this.#view.kind === 'card')
      this.#setView({ ...this.#view, typed, calls });
  }

  async #reveal(line: number): Promise<void> {
    if (!this.#uri) return;
    const document = await vscode.workspace.openTextDocument(this.#uri);
    await showLine(document, line, this.#editor()?.viewColumn ?? vscode.ViewColumn.One);
  }

  /** HTML of the prompt as rendered by the webview, including the placeholder values that were entered. */
  #renderedPrompt(): Promise<string> {
    return new Promise((resolve) => {
      this.#resolvePrompt = resolve;
      this.#post({ type: 'requestPrompt' });
    });
  }

  #post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

const positionIn = ({ selection: { active } }: vscode.TextEditor): CaretPosition => ({
  line: active.line,
  character: active.character,
});

/** The commands that start the agent in hosts that are editors. */
const commandsIn = ({ card }: CardView): readonly string[] =>
  card.hosts.flatMap(({ agent }) => agent?.start?.editor?.command ?? []);

const isAgent = ({ agent }: HostCard): boolean => agent !== null;

function titleOf(view: View): string {
  if (view.kind !== 'card') return t('Persona');
  const named = shownHost(view)?.agent ?? view.card.hosts.find(({ agent }) => agent)?.agent;
  return named ? t('Persona: {0}', named.name.slice(0, 60)) : t('Persona');
}

const content = html`<div id="top"></div><div id="panel" class="panel" role="tabpanel" hidden><article id="prompt" class="prompt" tabindex="0" aria-labelledby="prompt-title" hidden></article></div>`;
