// A row of the Agents view in VS Code's words.
import * as vscode from 'vscode';
import { t } from '../words';
import type { AgentRow, GroupRow, Row } from './rows';
import { detailOf, iconOf, spokenOf, spokenOfGroup, tooltipOf } from './words';

export interface TreeItemOptions {
  /** Folders show what is in them from the beginning. */
  readonly isOpen: boolean;
}

export const treeItemOf = (row: Row, options: TreeItemOptions): vscode.TreeItem =>
  row.kind === 'agent' ? agentItem(row) : groupItem(row, options);

function groupItem(row: GroupRow, { isOpen }: TreeItemOptions): vscode.TreeItem {
  const { kind, key, label, detail, folder } = row;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen || kind === 'host' ? Expanded : Collapsed);
  item.id = key;
  item.description = detail;
  // Menus ask for `group`, and for `here` where a new agent can be made.
  item.contextValue = folder === null ? 'group' : 'group here';
  item.accessibilityInformation = { label: spokenOfGroup(row) };
  item.tooltip = spokenOfGroup(row);
  return item;
}

function agentItem(row: AgentRow): vscode.TreeItem {
  const { key, item: agent } = row;
  const item = new vscode.TreeItem(agent.name);
  const icon = iconOf(agent);
  item.id = key;
  item.description = detailOf(row);
  item.iconPath = new vscode.ThemeIcon(
    icon.name,
    icon.color === null ? undefined : new vscode.ThemeColor(icon.color),
  );
  item.tooltip = new vscode.MarkdownString(tooltipOf(row));
  item.tooltip.supportHtml = true;
  // Menus ask for `astray` where it would be read by more programs elsewhere.
  item.contextValue = row.items.some(({ movesTo }) => movesTo !== null)
    ? 'agent here astray'
    : 'agent here';
  item.accessibilityInformation = { label: spokenOf(row) };
  item.command = { command: 'dossier.showAgent', title: t('Open'), arguments: [row] };
  return item;
}
