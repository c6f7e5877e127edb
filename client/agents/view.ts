// The view that lists the agents of the workspace, with its skills and commands. It requests them from the server when it first becomes visible, and again
// after changes while it is visible.
import * as vscode from 'vscode';
import type { AgentItem, AgentPage, AgentsParams } from '../../server/protocol/protocol';
import { inertLabel } from '../../server/text/inert-label';
import { t } from '../l10n';
import type { Server } from '../server';
import { allPages } from './all-agents';
import { dragToConvert } from './drag';
import { ariaLabelOf, detailOf, groupAriaLabelOf, iconOf, tooltipOf } from './labels';
import {
  type AgentRow,
  type Grouping,
  type GroupRow,
  pathTo,
  pathToFile,
  type Row,
  rowsOf,
} from './rows';

export const viewId = 'dossier.agents';
/** Key of the grouping in the workspace state, and context key for menus. */
const groupingKey = 'dossier.agentsGrouping';
/** Context key: the server has returned the agents. */
const knownKey = 'dossier.agentsKnown';
/** Context key: there is at least one agent. */
const foundKey = 'dossier.agentsFound';
/** With more agents than this, folders are collapsed initially. */
const maxExpanded = 200;

export class AgentsView implements vscode.Disposable, vscode.TreeDataProvider<Row> {
  readonly #server: Server;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<Row>;
  readonly #changes = new vscode.EventEmitter<void>();
  readonly #disposables: readonly vscode.Disposable[];
  #grouping: Grouping;
  #items: readonly AgentItem[] | undefined;
  #lists: AgentPage['lists'] = [];
  /** The rows without a parent, as VS Code has them. */
  #rows: readonly Row[] = [];
  /** The pending request, shared by all callers. */
  #pending: Promise<readonly AgentItem[]> | undefined;
  #isStale = false;
  #shouldRescan = false;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(server: Server, memory: vscode.Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#grouping = memory.get(groupingKey) === 'folder' ? 'folder' : 'host';
    this.#updateContext();
    this.#view = vscode.window.createTreeView(viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      dragAndDropController: dragToConvert,
    });
    this.#disposables = [
      this.#view,
      this.#changes,
      server.onAgents(() => this.#invalidate()),
      // A restarted server does not know that this client requested the agents.
      server.onState((state) => state === 'running' && this.#items && this.#invalidate()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#invalidate()),
      this.#view.onDidChangeVisibility(() => {
        if (this.#isStale) this.#invalidate();
        void this.#follow();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#follow()),
    ];
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return row.kind === 'agent' ? [] : [...row.rows];
    const items = await this.#load();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const roots = new Map(folders.map(({ uri, name }) => [uri.toString(), name]));
    this.#rows = rowsOf(items, { grouping: this.#grouping, roots, lists: this.#lists });
    return [...this.#rows];
  }

  /** VS Code needs it to reveal a row. */
  getParent(row: Row): Row | undefined {
    return pathTo(this.#rows, ({ key }) => key === row.key).at(-2);
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItemOf(row, { isExpanded: (this.#items?.length ?? 0) <= maxExpanded });
  }

  /** Rescans the folders, in case a file change was missed. */
  refresh(): void {
    this.#shouldRescan = true;
    this.#reload();
  }

  group(grouping: Grouping): void {
    this.#grouping = grouping;
    this.#updateContext();
    void this.#memory.update(groupingKey, grouping);
    this.#changes.fire();
  }

  /** Opens the find widget of the tree. */
  async filter(): Promise<void> {
    await vscode.commands.executeCommand(`${viewId}.focus`);
    await vscode.commands.executeCommand('list.find');
  }

  /**
   * The row with the keyboard focus. VS Code reports only the selection, and the arrow keys move only the focus, so the focused
   * row is selected for a moment.
   */
  async focusedRow(): Promise<Row | undefined> {
    const before = this.#view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const after = this.#view.selection;
    const added = after.find((row) => !before.includes(row));
    await vscode.commands.executeCommand('list.toggleSelection');
    // Otherwise it was selected before, and was not for a moment.
    return added ?? before.find((row) => !after.includes(row)) ?? before[0];
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  /** Selects the agent of the active editor, unless one of its rows is selected. The focus stays where it is. */
  async #follow(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri === undefined || !this.#view.visible) return;
    if (this.#view.selection.some((row) => row.kind === 'agent' && row.item.uri === uri)) return;
    const row = pathToFile(this.#rows, uri).at(-1);
    if (row) await this.#view.reveal(row, { select: true, focus: false });
  }

  #updateContext(): void {
    void vscode.commands.executeCommand('setContext', groupingKey, this.#grouping);
  }

  #invalidate(): void {
    this.#isStale = true;
    if (!this.#view.visible) return;
    this.#isStale = false;
    this.#reload();
  }

  #reload(): void {
    this.#items = undefined;
    this.#changes.fire();
  }

  async #load(): Promise<readonly AgentItem[]> {
    if (this.#items) return this.#items;
    this.#pending ??= this.#request();
    return this.#pending;
  }

  async #request(): Promise<readonly AgentItem[]> {
    try {
      const params: AgentsParams = { shouldRescan: this.#shouldRescan, withSkills: true };
      this.#shouldRescan = false;
      const { items, lists } = await allPages(this.#server, params);
      this.#items = items;
      this.#lists = lists;
      this.#view.message = undefined;
      // Before the first answer, an empty tree does not mean that there are no agents.
      void vscode.commands.executeCommand('setContext', knownKey, true);
      void vscode.commands.executeCommand('setContext', foundKey, this.#items.length > 0);
    } catch {
      this.#items = [];
      this.#view.message = t('Dossier could not start. See the output for details.');
    } finally {
      this.#pending = undefined;
    }
    return this.#items ?? [];
  }
}

// Converts rows of the Agents view to tree items of VS Code.

interface TreeItemOptions {
  /** Whether folders are expanded initially. */
  readonly isExpanded: boolean;
}

const treeItemOf = (row: Row, options: TreeItemOptions): vscode.TreeItem =>
  row.kind === 'agent' ? agentItem(row) : groupItem(row, options);

function groupItem(row: GroupRow, { isExpanded }: TreeItemOptions): vscode.TreeItem {
  const { kind, key, label, detail, folder, isForeign } = row;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    inertLabel(label),
    !isForeign && (isExpanded || kind !== 'folder') ? Expanded : Collapsed,
  );
  item.id = key;
  item.description = inertLabel(detail);
  // Menu conditions check for `group`, and for `here` if a new agent can be created.
  item.contextValue = folder === null ? 'group' : 'group here';
  item.accessibilityInformation = { label: groupAriaLabelOf(row) };
  item.tooltip = inertLabel(groupAriaLabelOf(row));
  return item;
}

function agentItem(row: AgentRow): vscode.TreeItem {
  const { key, item: agent } = row;
  const item = new vscode.TreeItem(inertLabel(agent.name));
  const icon = iconOf(agent);
  item.id = key;
  item.description = inertLabel(detailOf(row));
  item.iconPath = new vscode.ThemeIcon(
    icon.name,
    icon.color === null ? undefined : new vscode.ThemeColor(icon.color),
  );
  item.tooltip = new vscode.MarkdownString(tooltipOf(row));
  item.tooltip.supportHtml = true;
  item.contextValue = contextOf(row);
  item.accessibilityInformation = { label: ariaLabelOf(row) };
  item.command = { command: 'dossier.showAgent', title: t('Open'), arguments: [row] };
  return item;
}

/**
 * Menu conditions check for `skill`, or for `agent`: for `file` if the agent has a file of its own, for `misplaced` if more hosts would read the file in another
 * folder, and for `chat` and `terminal` if a conversation with it can begin there.
 */
function contextOf({ item, items }: AgentRow): string {
  const startsIn = (where: AgentItem['startsIn']): boolean =>
    items.some((one) => one.startsIn === where);
  const starts = [
    ...(startsIn('chat') ? ['chat'] : []),
    ...(startsIn('terminal') ? ['terminal'] : []),
  ];
  if (item.kind !== 'agent') return ['skill', ...starts].join(' ');
  const isMisplaced = items.some(({ moveTarget }) => moveTarget !== null);
  return [
    'agent',
    ...(items.some(({ role }) => role === 'owner') ? ['here'] : []),
    ...(item.isConfigured ? [] : ['file']),
    ...(isMisplaced ? ['misplaced'] : []),
    ...starts,
  ].join(' ');
}
