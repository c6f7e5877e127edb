// Writes the files of a new agent, as one change that can be undone.
import * as vscode from 'vscode';
import { columnFor } from '../agents/file-actions';
import { createFiles } from '../files';
import { currentLocalization, t } from '../l10n';
import { showInformation } from '../notify';
import { joinedNames } from '../programs/order';
import { promptLine } from './agent-name';

/** Creates all files or none, as one change that can be undone; opens the first one with the caret in its prompt, and reports the folders. */
export async function createAll(
  name: string,
  files: readonly { readonly uri: string; readonly path: string; readonly text: string }[],
): Promise<void> {
  if (!(await createFiles(files.map(({ uri, text }) => ({ uri: vscode.Uri.parse(uri), text })))))
    return;
  const paths = files.map(({ path }) => path);
  const [first, ...others] = files;
  if (!first) return;
  await openAtPrompt(first.uri);
  const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))];
  const { language } = currentLocalization();
  const open = t('Open');
  const message = t('Created {0} in {1}.', name, joinedNames(folders, language));
  if ((await showInformation(message, open)) !== open) return;
  // The first file last, so that it is the active one.
  for (const { uri } of [...others, first]) await openAtPrompt(uri);
}

async function openAtPrompt(uri: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { end } = document.lineAt(promptLine(document.getText())).range;
  // The selection is set on opening, because moving the caret later could interrupt a user who is already typing.
  await vscode.window.showTextDocument(document, {
    ...columnFor(document.uri),
    preview: false,
    selection: new vscode.Range(end, end),
  });
}
