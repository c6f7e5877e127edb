// Folders of a plugin that a change has left without files.
import * as vscode from 'vscode';
import type { PluginFix } from '../../server/protocol/protocol';

/** Removes the folders in which there is nothing after the files have moved out of them, and not that of the plugin. */
export async function removeEmptyFolders(
  folder: vscode.Uri,
  { moves }: Pick<PluginFix, 'moves'>,
): Promise<void> {
  const folders = new Set(moves.flatMap(({ from }) => foldersAround(from)));
  // The innermost first.
  for (const path of [...folders].toSorted((a, b) => b.length - a.length)) {
    const uri = vscode.Uri.joinPath(folder, path);
    try {
      const inside = await vscode.workspace.fs.readDirectory(uri);
      if (inside.length === 0) await vscode.workspace.fs.delete(uri, { recursive: false });
    } catch {
      // It has moved too, or may not be changed.
    }
  }
}

/** `a/b` and `a` of `a/b/c.md`. */
function foldersAround(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
