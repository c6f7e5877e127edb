// The view that lists the agents of the workspace. It asks the server when it is first seen, and again when something has
// changed and it is seen.
import * as vscode from 'vscode';
import { type AgentItem, type AgentsParams, agentsMethod } from '../../server/protocol';
import type { Server } from '../server';
import { t } from '../words';
import { type Grouping, type Row, rowsOf } from './rows';
import { treeItemOf } from './tree-item';

export const viewId = 'dossier.agents';
/** Key of the grouping in the window's memory, and as a context of menus. */
const groupingKey = 'dossier.agentsGrouping';
/** As a context: there has been an answer. */
const knownKey = 'dossier.agentsKnown';
/** As a context: there is something to group, to filter and to draw. */
const foundKey = 'dossier.agentsFound';
/** More agents than this begin with their folders closed. */
const fewEnough = 200;

export class AgentsView implements vscode.Disposable, vscode.TreeDataProvider<Row> {
  readonly #server: Server;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<Row>;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #living: readonly vscode.Disposable[];
  #grouping: Grouping;
  #items: readonly AgentItem[] | undefined;
  /** An answer that is on its way; several ask for the same one. */
  #asked: Promise<readonly AgentItem[]> | undefined;
  #isStale = false;
  #anew = false;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(server: Server, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#grouping = memory.get(groupingKey) === 'folder' ? 'folder' : 'host';
    this.#tellMenus();
    this.#view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#living = [
      this.#view,
      this.#changes,
      server.onAgents(() => this.#becomeStale()),
      // Another server knows nothing of who asked the one before.
      server.onState((state) => state === 'running' && this.#items && this.#becomeStale()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#becomeStale()),
      this.#view.onDidChangeVisibility(() => this.#isStale && this.#becomeStale()),
    ];
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return row.kind === 'agent' ? [] : [...row.rows];
    const items = await this.#all();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const roots = new Map(folders.map(({ uri, name }) => [uri.toString(), name]));
    return [...rowsOf(items, { grouping: this.#grouping, roots })];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItemOf(row, { isOpen: (this.#items?.length ?? 0) <= fewEnough });
  }

  /** Has the folders looked at anew: for who does not trust that every change was seen. */
  refresh(): void {
    this.#anew = true;
    this.#askAgain();
  }

  group(grouping: Grouping): void {
    this.#grouping = grouping;
    this.#tellMenus();
    void this.#memory.update(groupingKey, grouping);
    this.#changes.fire();
  }

  /** VS Code's own search in trees. */
  async filter(): Promise<void> {
    await vscode.commands.executeCommand(`${viewId}.focus`);
    await vscode.commands.executeCommand('list.find');
  }

  dispose(): void {
    for (const one of this.#living) one.dispose();
  }

  #tellMenus(): void {
    void vscode.commands.executeCommand('setContext', groupingKey, this.#grouping);
  }

  #becomeStale(): void {
    this.#isStale = true;
    if (!this.#view.visible) return;
    this.#isStale = false;
    this.#askAgain();
  }

  #askAgain(): void {
    this.#items = undefined;
    this.#changes.fire();
  }

  async #all(): Promise<readonly AgentItem[]> {
    if (this.#items) return this.#items;
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  async #ask(): Promise<readonly AgentItem[]> {
    try {
      const params: AgentsParams = { anew: this.#anew };
      this.#anew = false;
      this.#items = await this.#server.request<readonly AgentItem[]>(agentsMethod, params);
      this.#view.message = undefined;
      // Only now is an empty tree one without agents.
      void vscode.commands.executeCommand('setContext', knownKey, true);
      void vscode.commands.executeCommand('setContext', foundKey, this.#items.length > 0);
    } catch {
      this.#items = [];
      this.#view.message = t('Dossier could not start. See the output for details.');
    } finally {
      this.#asked = undefined;
    }
    return this.#items ?? [];
  }
}
