// Options for opening an agent file: in a configuration file, the editor reveals the key of the agent, and a file never
// replaces a Dossier webview.
import * as vscode from 'vscode';
import type { AgentItem } from '../../server/protocol';

export function showOptionsOf({ uri, start }: AgentItem): vscode.TextDocumentShowOptions {
  const column = columnFor(vscode.Uri.parse(uri));
  const position = start && new vscode.Position(start.line, start.character);
  return { ...column, ...(position && { selection: new vscode.Range(position, position) }) };
}

/** The column where the file is already open; otherwise another column if a Dossier webview is active. */
export function columnFor(uri: vscode.Uri): Pick<vscode.TextDocumentShowOptions, 'viewColumn'> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const others = all.filter((group) => group !== activeTabGroup);
  const hasFile = ({ tabs }: vscode.TabGroup): boolean =>
    tabs.some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    );
  const groupWithFile = [activeTabGroup, ...others].find(hasFile);
  const group =
    groupWithFile ?? (isDossierWebview(activeTabGroup.activeTab) ? others[0] : undefined);
  return group ? { viewColumn: group.viewColumn } : {};
}

const isDossierWebview = (tab: vscode.Tab | undefined): boolean =>
  tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('dossier.');
