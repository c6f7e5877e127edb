// The folders of plugins in the workspace, for menus of the Explorer.
import * as vscode from 'vscode';

export const manifests = '**/plugin.json';
const notSearched = '**/node_modules/**';

/** More are not offered. */
const maxManifests = 500;

export const findManifests = (): Thenable<readonly vscode.Uri[]> =>
  vscode.workspace.findFiles(manifests, notSearched, maxManifests);

/** Reports to menus which folders have a manifest. A manifest may be in a hidden folder, and there in a subfolder. */
export function reportPluginFolders(): vscode.Disposable {
  const update = async (): Promise<void> => {
    const folders = (await findManifests()).map((uri) => folderOf(uri).fsPath);
    await vscode.commands.executeCommand('setContext', 'dossier.pluginFolders', folders);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(manifests, false, true, false);
  watcher.onDidCreate(update);
  watcher.onDidDelete(update);
  void update();
  return vscode.Disposable.from(watcher, vscode.workspace.onDidChangeWorkspaceFolders(update));
}

/** The folder of a plugin with this manifest. */
function folderOf(manifest: vscode.Uri): vscode.Uri {
  const parent = vscode.Uri.joinPath(manifest, '..');
  const [, above] = /\/(?:\.[^/]+(\/[^/]+)?)$/.exec(parent.path) ?? [undefined, null];
  if (above === null) return parent;
  return vscode.Uri.joinPath(parent, above === undefined ? '..' : '../..');
}
