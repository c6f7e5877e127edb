// The panel of the persona preview. There is one per window, and it follows the active agent file, its edits and its caret.
import * as vscode from 'vscode';
import type { CaretPosition } from '../../server/protocol/protocol';
import type { AgentDocuments } from '../agent-documents';
import { t } from '../l10n';
import type { Server } from '../server';
import type { PersonaState, ProbeQuery } from './messages';
import { type Followed, PersonaPage } from './page';

const viewType = 'dossier.persona';

export class PersonaPanels implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #server: Server;
  readonly #documents: AgentDocuments;
  readonly #serializer: vscode.Disposable;
  #page: PersonaPage | undefined;

  constructor(extensionUri: vscode.Uri, server: Server, documents: AgentDocuments) {
    this.#extensionUri = extensionUri;
    this.#server = server;
    this.#documents = documents;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => this.#restore(panel, state),
    });
  }

  /**
   * Shows the persona of a document, optionally in a given host, without moving the focus from the editor.
   */
  show(uri: vscode.Uri, host: string | undefined, how?: Followed): void {
    if (this.#page) {
      this.#page.follow(uri, host, how);
      this.#page.panel.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewType,
      t('Persona'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true },
    );
    this.#attach(panel).follow(uri, host, how);
  }

  /** Shows the persona in a given host, unless there is no preview or it is locked to another file. */
  followIfShown(uri: vscode.Uri, host: string): void {
    this.#page?.followUnlessLocked(uri, host);
  }

  /** Copies or saves the shown persona. @returns whether a persona is shown */
  async export(how: 'copy' | 'export'): Promise<boolean> {
    await this.#page?.export(how);
    return this.#page !== undefined;
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#page?.panel.dispose();
  }

  #restore(panel: vscode.WebviewPanel, state: unknown): void {
    const page = this.#attach(panel);
    const validState = stateOf(state);
    if (validState) page.resume(validState);
    else page.followEditor(vscode.window.activeTextEditor);
  }

  #attach(panel: vscode.WebviewPanel): PersonaPage {
    this.#page?.panel.dispose();
    const page = new PersonaPage(panel, this.#server, this.#extensionUri, this.#documents);
    this.#page = page;
    panel.onDidDispose(() => {
      page.dispose();
      if (this.#page === page) this.#page = undefined;
    });
    return page;
  }
}

// Validates the stored state, because it can come from another version of the extension.
function stateOf(state: unknown): PersonaState | undefined {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return undefined;
  const { uri } = state;
  const host = 'host' in state && typeof state.host === 'string' ? state.host : undefined;
  const probe = 'probe' in state ? queryOf(state.probe) : undefined;
  const isComparing = 'isComparing' in state && state.isComparing === true;
  const isAssumed = 'isAssumed' in state && state.isAssumed === true;
  const isLocked = 'isLocked' in state && state.isLocked === true;
  return typeof uri === 'string'
    ? {
        uri,
        host,
        at: 'at' in state ? positionOf(state.at) : undefined,
        probe,
        call: 'call' in state && typeof state.call === 'string' ? state.call : undefined,
        isComparing,
        isAssumed,
        isLocked,
      }
    : undefined;
}

/** The position in a stored state, or the argument of a command. */
export function positionOf(value: unknown): CaretPosition | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('line' in value && 'character' in value)) return undefined;
  const { line, character } = value;
  return typeof line === 'number' && typeof character === 'number'
    ? { line, character }
    : undefined;
}

function queryOf(probe: unknown): ProbeQuery | undefined {
  if (typeof probe !== 'object' || probe === null) return undefined;
  if (!('purpose' in probe && 'subject' in probe)) return undefined;
  const { purpose, subject } = probe;
  return typeof purpose === 'string' && typeof subject === 'string'
    ? { purpose, subject }
    : undefined;
}
