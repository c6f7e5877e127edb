// Converts rows of the Agents view to tree items of VS Code.
import * as vscode from 'vscode';
import { inertLabel } from '../../server/text/inert-label';
import { t } from '../l10n';
import { ariaLabelOf, detailOf, groupAriaLabelOf, iconOf, tooltipOf } from './labels';
import type { AgentRow, GroupRow, Row } from './rows';

export interface TreeItemOptions {
  /** Whether folders are expanded initially. */
  readonly isExpanded: boolean;
}

export const treeItemOf = (row: Row, options: TreeItemOptions): vscode.TreeItem =>
  row.kind === 'agent' ? agentItem(row) : groupItem(row, options);

function groupItem(row: GroupRow, { isExpanded }: TreeItemOptions): vscode.TreeItem {
  const { kind, key, label, detail, folder } = row;
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    inertLabel(label),
    isExpanded || kind !== 'folder' ? Expanded : Collapsed,
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
 * Menu conditions check for `file` if the agent has a file of its own, and for `misplaced` if more hosts would read the file
 * in another folder.
 */
function contextOf({ item, items }: AgentRow): string {
  const isMisplaced = items.some(({ moveTarget }) => moveTarget !== null);
  return [
    'agent',
    ...(items.some(({ role }) => role === 'owner') ? ['here'] : []),
    ...(item.isConfigured ? [] : ['file']),
    ...(isMisplaced ? ['misplaced'] : []),
  ].join(' ');
}
