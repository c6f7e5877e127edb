// Files that commands look for, create and open.
import * as vscode from 'vscode';
import { t } from './l10n';
import { showError } from './notify';

export const exists = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

export interface NewFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** Creates all files or none, as one change that can be undone. Reports a failure. @returns whether they were created */
export async function createFiles(files: readonly NewFile[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files)
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) return true;
  const paths = files.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  void showError(t('{0} could not be created.', paths.join(', ')));
  return false;
}

/** Opens a document with this selection in view. */
export async function showSelection(
  document: vscode.TextDocument,
  selection: vscode.Range,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document, {
    selection,
    ...(viewColumn !== undefined && { viewColumn }),
  });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a document with the caret at the beginning of a line, or of the last line if there are fewer. @param line 0-based */
export async function showLine(
  document: vscode.TextDocument,
  line: number,
  viewColumn?: vscode.ViewColumn,
): Promise<void> {
  const { start } = document.lineAt(Math.min(line, document.lineCount - 1)).range;
  await showSelection(document, new vscode.Range(start, start), viewColumn);
}
