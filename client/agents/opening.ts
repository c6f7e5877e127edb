// How a file is opened: a configuration at the agent's own key, and beside a page of ours, never over it.
import * as vscode from 'vscode';
import type { AgentItem } from '../../server/protocol';

export function openingOf({ uri, start }: AgentItem): vscode.TextDocumentShowOptions {
  const column = columnFor(vscode.Uri.parse(uri));
  const at = start && new vscode.Position(start.line, start.character);
  return { ...column, ...(at && { selection: new vscode.Range(at, at) }) };
}

/** Where the file is open already; else where files are, should a page of ours have the focus. */
export function columnFor(uri: vscode.Uri): Pick<vscode.TextDocumentShowOptions, 'viewColumn'> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const others = all.filter((group) => group !== activeTabGroup);
  const holds = ({ tabs }: vscode.TabGroup): boolean =>
    tabs.some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    );
  const open = [activeTabGroup, ...others].find(holds);
  const group = open ?? (isOurs(activeTabGroup.activeTab) ? others[0] : undefined);
  return group ? { viewColumn: group.viewColumn } : {};
}

const isOurs = (tab: vscode.Tab | undefined): boolean =>
  tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('dossier.');
