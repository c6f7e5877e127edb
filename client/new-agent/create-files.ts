// Writes the files of a new agent, as one change that can be undone.
import * as vscode from 'vscode';
import type { NewAgentFiles } from '../../server/protocol';
import { columnFor } from '../agents/show-options';
import { t } from '../l10n';

/** Creates all files or none, and opens the first one with the caret after its prompt. */
export async function createAll(files: NewAgentFiles['files']): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files)
    edit.createFile(vscode.Uri.parse(uri), {
      overwrite: false,
      contents: new TextEncoder().encode(text),
    });
  const paths = files.map(({ path }) => path);
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(t('{0} could not be created.', paths.join(', ')));
    return;
  }
  const [first] = files;
  if (!first) return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(first.uri));
  const { end } = document.lineAt(Math.max(0, document.lineCount - 2)).range;
  // The selection is set on opening, because moving the caret later could interrupt a user who is already typing.
  await vscode.window.showTextDocument(document, {
    ...columnFor(document.uri),
    preview: false,
    selection: new vscode.Range(end, end),
  });
  const labels = files.map(({ path, hostNames }) => `${path} (${hostNames.join(', ')})`);
  vscode.window.setStatusBarMessage(t('Created {0}', labels.join(', ')), 8000);
}
