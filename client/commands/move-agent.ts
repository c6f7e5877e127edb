// Moves an agent file to a folder that more hosts read.
import * as vscode from 'vscode';
import { t } from '../words';

/** Never overwrites an existing file. The move can be undone like any other edit. */
export async function moveAgent(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(to);
    return;
  }
  const target = vscode.workspace.asRelativePath(to);
  void vscode.window.showErrorMessage(t('The file could not be moved to {0}.', target));
}
