// Grants or revokes a tool in an agent and in all of its copies for other programs. The user selects the tool, reviews which files
// change and which cannot, and confirms.
import * as vscode from 'vscode';
import {
  type HostParams,
  type SetToolInCopiesParams,
  setToolInCopiesMethod,
  type ToolChange,
  type ToolChoices,
  type ToolInCopies,
  toolChoicesMethod,
} from '../../server/protocol/protocol';
import { inertItem } from '../inert-item';
import { plural, t } from '../l10n';
import { isConfirmed, showError, showInformation, showWarning } from '../notify';
import type { Server } from '../server';
import { reviewOf } from './copies-review';
import { toolRows } from './tool-rows';

export async function setToolInCopies(server: Server, shown: HostParams): Promise<void> {
  const change = await chooseChange(server, shown);
  if (!change) return;
  const params: SetToolInCopiesParams = { ...shown, change };
  const answer = await server.request<ToolInCopies | null>(setToolInCopiesMethod, params);
  if (!answer) return;
  if (answer.files.length < 2) {
    void showInformation(t('No other program has a copy of this agent.'));
    return;
  }
  const { detail, changed } = reviewOf(answer);
  if (changed.length === 0) {
    void showWarning(inOneLine(detail));
    return;
  }
  const count = changed.length;
  const question = change.granted
    ? plural(count, 'Grant "{1}" in {0} file?', 'Grant "{1}" in {0} files?', change.tool)
    : plural(count, 'Revoke "{1}" in {0} file?', 'Revoke "{1}" in {0} files?', change.tool);
  const button = change.granted ? t('Grant') : t('Revoke');
  if (!(await isConfirmed(question, { detail: detail.split('\n'), button }))) return;
  if (await applyAll(changed))
    void showInformation(plural(count, 'Changed {0} file.', 'Changed {0} files.'));
}

/** One tool of the program, and whether to grant or to revoke it. A copy may differ, so both are offered. */
async function chooseChange(server: Server, params: HostParams): Promise<ToolChange | undefined> {
  const choices = await server.request<ToolChoices | null>(toolChoicesMethod, params);
  if (!choices) {
    void showInformation(t('Open an agent file first.'));
    return undefined;
  }
  const title = t('Change a Tool in All Copies');
  const tools = toolRows(choices).map(({ isHeading, picked, ...row }) => ({
    ...inertItem(row),
    tool: row.label,
    isGranted: picked === true,
    ...(isHeading
      ? { kind: vscode.QuickPickItemKind.Separator }
      : { description: picked ? t('granted') : t('not granted') }),
  }));
  const chosen = await vscode.window.showQuickPick(tools, {
    title,
    placeHolder: t('Select a tool of {0}', choices.hostName),
    matchOnDetail: true,
  });
  if (!chosen) return undefined;
  const { tool, isGranted } = chosen;
  const grant = { label: t('Grant "{0}"', tool), granted: true };
  const revoke = { label: t('Revoke "{0}"', tool), granted: false };
  const actions = (isGranted ? [revoke, grant] : [grant, revoke]).map(inertItem);
  const action = await vscode.window.showQuickPick(actions, { title });
  return action && { tool, granted: action.granted };
}

/** All edits as one step that can be undone. Nothing is changed where an open file has changed since. */
async function applyAll(files: ToolInCopies['files']): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, version, edits } of files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (version !== null && document.version !== version) {
      void showInformation(t('The file has changed in the meantime. Try again.'));
      return false;
    }
    edit.set(
      document.uri,
      edits.map(({ range: { start, end }, newText }) =>
        vscode.TextEdit.replace(
          new vscode.Range(start.line, start.character, end.line, end.character),
          newText,
        ),
      ),
    );
  }
  // Like a rename, so that the setting for files that a refactoring changes decides whether they are saved.
  if (await vscode.workspace.applyEdit(edit, { isRefactoring: true })) return true;
  void showError(t('The files could not be changed.'));
  return false;
}

/** For a message that does not show line breaks. */
const inOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
