// The panel beside the editor. One for the window: it follows the agent file in front, its edits and its caret.
import * as vscode from 'vscode';
import type { AgentDocuments } from '../agent-documents';
import type { Server } from '../server';
import { t } from '../words';
import type { Asked, Kept } from './messages';
import { PersonaPage } from './page';

const viewType = 'dossier.persona';

export class PersonaPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #server: Server;
  readonly #documents: AgentDocuments;
  readonly #restoring: vscode.Disposable;
  #page: PersonaPage | undefined;

  constructor(extensionUri: vscode.Uri, server: Server, documents: AgentDocuments) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#documents = documents;
    this.#restoring = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, kept: unknown) => this.#restore(panel, kept),
    });
  }

  /** Shows a document's persona, in one host if it is named, without taking the focus from the editor. */
  show(uri: vscode.Uri, host: string | undefined): void {
    if (this.#page) {
      this.#page.follow(uri, host);
      this.#page.panel.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewType,
      t('Persona'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      this.#options(),
    );
    this.#adopt(panel).follow(uri, host);
  }

  /** Copies or saves what is shown. @returns whether anything is. */
  async keep(how: 'copy' | 'export'): Promise<boolean> {
    await this.#page?.keep(how);
    return this.#page !== undefined;
  }

  dispose(): void {
    this.#restoring.dispose();
    this.#page?.panel.dispose();
  }

  #restore(panel: vscode.WebviewPanel, kept: unknown): void {
    panel.webview.options = this.#options();
    const page = this.#adopt(panel);
    const known = keptOf(kept);
    if (known) page.resume(known);
    else page.followEditor(vscode.window.activeTextEditor);
  }

  #adopt(panel: vscode.WebviewPanel): PersonaPage {
    this.#page?.panel.dispose();
    const page = new PersonaPage(panel, this.#server, this.#extensionUri, this.#documents);
    this.#page = page;
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#page === page) this.#page = undefined;
    });
    return page;
  }

  #options(): vscode.WebviewPanelOptions & vscode.WebviewOptions {
    return {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, 'dist')],
    };
  }
}

// The page's state went through the window's storage.
function keptOf(kept: unknown): Kept | undefined {
  if (typeof kept !== 'object' || kept === null || !('uri' in kept)) return undefined;
  const { uri } = kept;
  const host = 'host' in kept && typeof kept.host === 'string' ? kept.host : undefined;
  const probe = 'probe' in kept ? askedOf(kept.probe) : undefined;
  const fates = 'fates' in kept && kept.fates === true;
  return typeof uri === 'string' ? { uri, host, probe, fates } : undefined;
}

function askedOf(probe: unknown): Asked | undefined {
  if (typeof probe !== 'object' || probe === null) return undefined;
  if (!('deed' in probe && 'subject' in probe)) return undefined;
  const { deed, subject } = probe;
  return typeof deed === 'string' && typeof subject === 'string' ? { deed, subject } : undefined;
}
