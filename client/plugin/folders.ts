// The manifests of plugins in the workspace, for menus. Other programs have files named `plugin.json`, too.
import * as vscode from 'vscode';

const named = '**/plugin.json';
const notSearched = '**/node_modules/**';

/** More are not offered. */
const maxManifests = 500;

/** A manifest of the standard, which may be anywhere, refers to its schema. */
const standard = 'agent-plugins.org/schemas/';

/** Those in a hidden folder, and those of the standard. */
export async function findManifests(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(named, notSearched, maxManifests);
  const isManifest = await Promise.all(
    found.map(async (uri) => hiddenFolder(uri) !== null || (await textOf(uri)).includes(standard)),
  );
  return found.filter((_, index) => isManifest[index]);
}

const textOf = async (uri: vscode.Uri): Promise<string> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );

/** Reports to menus which files are manifests, and which folders have one. */
export function reportPlugins(): vscode.Disposable {
  const update = async (): Promise<void> => {
    const found = await findManifests();
    const context = (key: string, uris: readonly vscode.Uri[]): Thenable<unknown> =>
      vscode.commands.executeCommand(
        'setContext',
        key,
        uris.map(({ fsPath }) => fsPath),
      );
    await context('dossier.pluginManifests', found);
    await context('dossier.pluginFolders', found.map(folderOf));
  };
  const watcher = vscode.workspace.createFileSystemWatcher(named);
  watcher.onDidCreate(update);
  watcher.onDidChange(update);
  watcher.onDidDelete(update);
  void update();
  return vscode.Disposable.from(watcher, vscode.workspace.onDidChangeWorkspaceFolders(update));
}

/** How many folders a manifest is below that of its plugin: in a hidden folder, or in a subfolder of one. Null where it is in none. */
function hiddenFolder(manifest: vscode.Uri): '..' | '../..' | null {
  const [found, below] = /\/\.[^/]+(\/[^/]+)?\/[^/]+$/.exec(manifest.path) ?? [];
  if (found === undefined) return null;
  return below === undefined ? '..' : '../..';
}

/** The folder of a plugin with this manifest. */
const folderOf = (manifest: vscode.Uri): vscode.Uri =>
  vscode.Uri.joinPath(manifest, '..', hiddenFolder(manifest) ?? '.');
