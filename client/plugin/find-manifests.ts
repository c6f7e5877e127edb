// The manifests of plugins in the workspace. Other programs have files named `plugin.json`, too.
import * as vscode from 'vscode';

const named = '**/plugin.json';
const notSearched = '**/node_modules/**';

/** More are not offered. */
const maxManifests = 500;

/** A manifest of the standard, which may be anywhere, refers to its schema. */
const standard = 'agent-plugins.org/schemas/';

/** Those in a hidden folder, or in a folder of one, and those of the standard. */
export async function findManifests(): Promise<readonly vscode.Uri[]> {
  const found = await vscode.workspace.findFiles(named, notSearched, maxManifests);
  const isManifest = await Promise.all(
    found.map(
      async (uri) =>
        /\/\.[^/]+\/(?:[^/]+\/)?plugin\.json$/.test(uri.path) ||
        (await textOf(uri)).includes(standard),
    ),
  );
  return found.filter((_, index) => isManifest[index]);
}

const textOf = async (uri: vscode.Uri): Promise<string> =>
  vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
