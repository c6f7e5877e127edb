// Applies edits that the server computed for one version of a document, as one step that can be undone.
import * as vscode from 'vscode';
import type { ProtocolEdit } from '../server/protocol/protocol';
import { t } from './l10n';
import { showError, showInformation } from './notify';

export interface VersionedEdits {
  readonly version: number;
  readonly edits: readonly ProtocolEdit[];
}

/** Reports to the user why the edits could not be applied. @returns whether they were */
export async function applyEdits(
  uri: vscode.Uri,
  { version, edits }: VersionedEdits,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== version) {
    void showInformation(t('The file has changed in the meantime. Try again.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range: { start, end }, newText }) =>
      vscode.TextEdit.replace(
        new vscode.Range(start.line, start.character, end.line, end.character),
        newText,
      ),
    ),
  );
  if (await vscode.workspace.applyEdit(edit)) return true;
  void showError(t('{0} could not be changed.', vscode.workspace.asRelativePath(uri)));
  return false;
}
