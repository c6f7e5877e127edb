// Moving an agent's file to where more programs read it.
import * as vscode from 'vscode';
import { t } from '../words';

/** Never over a file that is there; undone like any other edit. */
export async function moveAgent(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(to);
    return;
  }
  const there = vscode.workspace.asRelativePath(to);
  void vscode.window.showErrorMessage(t('The file could not be moved to {0}.', there));
}
