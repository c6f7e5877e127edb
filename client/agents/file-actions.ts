// Actions of the Agents view that change the file of an agent. All of them can be undone like any other edit.
import * as vscode from 'vscode';
import {
  type AgentItem,
  type AgentName,
  type AgentNameParams,
  agentNameMethod,
} from '../../server/protocol/protocol';
import { baseNameOf, extensionOf, fileNameOf } from '../file-name';
import { createFiles, exists } from '../files';
import { t } from '../l10n';
import { nameProblem } from '../new-agent/agent-name';
import { isConfirmed, showError, showInformation } from '../notify';
import type { Server } from '../server';

/** Where the file contains the name of its agent; null where it has no agent. The server only knows open documents. */
async function nameIn(server: Server, uri: vscode.Uri): Promise<AgentName | null> {
  await vscode.workspace.openTextDocument(uri);
  const params: AgentNameParams = { uri: uri.toString() };
  return server.request<AgentName | null>(agentNameMethod, params);
}

/** Starts the rename at the name in the file, so that references change too. A file without an agent is only opened. */
export async function renameAgentOf(
  server: Server,
  { start }: AgentItem,
  uri: vscode.Uri,
): Promise<void> {
  const name = await nameIn(server, uri);
  const at = start ?? name?.range.start;
  if (!at) {
    void showInformation(
      t('No program loads an agent from {0}, so there is no name to change.', fileNameOf(uri.path)),
    );
    return;
  }
  const position = new vscode.Position(at.line, at.character);
  await vscode.window.showTextDocument(uri, {
    ...columnFor(uri),
    selection: new vscode.Range(position, position),
  });
  await vscode.commands.executeCommand('editor.action.rename');
}

/** Copies the file under a new name, which also becomes the name of the agent. */
export async function duplicateAgent(server: Server, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = await nameIn(server, uri);
  const fileName = fileNameOf(uri.path);
  const target = (name: string): vscode.Uri =>
    vscode.Uri.joinPath(uri, '..', name + extensionOf(uri.path));
  const name = await vscode.window.showInputBox({
    title: t('Duplicate {0}', fileName),
    prompt: t('Enter a name for the copy and its file'),
    value: `${baseNameOf(uri.path)}-copy`,
    validateInput: async (entered) =>
      nameProblem(entered) ??
      ((await exists(target(entered)))
        ? t('{0} already exists.', vscode.workspace.asRelativePath(target(entered)))
        : undefined),
  });
  if (name === undefined) return;
  const copy = target(name);
  if (!(await createFiles([{ uri: copy, text: renamed(document, found, name) }]))) return;
  await vscode.window.showTextDocument(copy, { ...columnFor(copy), preview: false });
}

/** The text of the document with another agent name, if it contains one. */
function renamed(document: vscode.TextDocument, found: AgentName | null, name: string): string {
  const text = document.getText();
  if (!found) return text;
  const { start, end } = found.range;
  const [from, to] = [start, end].map(({ line, character }) =>
    document.offsetAt(new vscode.Position(line, character)),
  );
  return from === undefined || to === undefined || from === to
    ? text
    : `${text.slice(0, from)}${name}${text.slice(to)}`;
}

/** Asks first, as the Explorer does. */
export async function deleteAgent({ name }: AgentItem, uri: vscode.Uri): Promise<void> {
  const path = vscode.workspace.asRelativePath(uri);
  const button = t('Move to Trash');
  const detail = t('{0} is moved to the trash. You can undo this.', path);
  if (!(await isConfirmed(t('Delete the agent "{0}"?', name), { detail, button }))) return;
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (await vscode.workspace.applyEdit(edit)) return;
  void showError(t('{0} could not be deleted.', path));
}

// Options for opening an agent file: in a configuration file, the editor reveals the key of the agent, and a file never
// replaces a Dossier webview.

export function showOptionsOf({ uri, start }: AgentItem): vscode.TextDocumentShowOptions {
  const column = columnFor(vscode.Uri.parse(uri));
  const position = start && new vscode.Position(start.line, start.character);
  return { ...column, ...(position && { selection: new vscode.Range(position, position) }) };
}

/** The column where the file is already open; otherwise another column if a Dossier webview is active. */
export function columnFor(uri: vscode.Uri): Pick<vscode.TextDocumentShowOptions, 'viewColumn'> {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const others = all.filter((group) => group !== activeTabGroup);
  const groupWithFile = [activeTabGroup, ...others].find((group) => hasFile(group, uri));
  const group =
    groupWithFile ?? (isDossierWebview(activeTabGroup.activeTab) ? others[0] : undefined);
  return group ? { viewColumn: group.viewColumn } : {};
}

/**
 * A column next to that of a webview, which stays visible: the one where the file is already open, if there is one. After a click in
 * a webview, its group may not be the active one yet.
 */
export function otherColumnFor(
  uri: vscode.Uri,
  column: vscode.ViewColumn | undefined,
): { readonly viewColumn: vscode.ViewColumn } {
  const others = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== column);
  const group = others.find((one) => hasFile(one, uri)) ?? others[0];
  return { viewColumn: group?.viewColumn ?? vscode.ViewColumn.Beside };
}

const hasFile = ({ tabs }: vscode.TabGroup, uri: vscode.Uri): boolean =>
  tabs.some(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
  );

const isDossierWebview = (tab: vscode.Tab | undefined): boolean =>
  tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('dossier.');
