// The change of a plugin as an edit of the editor.
import * as vscode from 'vscode';
import type { PluginFix } from '../../server/protocol/protocol';

/** One step that can be undone; nothing is overwritten. */
export async function fixEdit(
  folder: vscode.Uri,
  { moves, files }: PluginFix,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const at = (file: string): vscode.Uri => vscode.Uri.joinPath(folder, file);
  for (const { from, to } of moves) edit.renameFile(at(from), at(to), { overwrite: false });
  const origins = new Map(moves.map(({ from, to }) => [to, from]));
  for (const { file, isNew, text } of files) {
    if (isNew) {
      edit.createFile(at(file), { overwrite: false, contents: new TextEncoder().encode(text) });
      continue;
    }
    const document = await vscode.workspace.openTextDocument(at(origins.get(file) ?? file));
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.replace(at(file), new vscode.Range(new vscode.Position(0, 0), end), text);
  }
  return edit;
}
