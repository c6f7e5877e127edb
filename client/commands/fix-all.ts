import * as vscode from 'vscode';
import { t } from '../l10n';
import { type Command, targetOf } from './command';

const kind = vscode.CodeActionKind.SourceFixAll.append('dossier');

/** Applies all safe fixes in a file, like the source action `source.fixAll.dossier`. */
export const fixAll: Command = {
  id: 'dossier.fixAll',
  async run({ server }, argument) {
    const uri = targetOf(argument);
    if (!uri) return;
    const document = await vscode.workspace.openTextDocument(uri);
    await server.ready();
    const actions = await fixesFor(document);
    const edits = actions.flatMap(({ edit }) => (edit ? [edit] : []));
    if (edits.length === 0) {
      vscode.window.setStatusBarMessage(t('Dossier: No safe fixes available.'), 4000);
      return;
    }
    for (const edit of edits) await vscode.workspace.applyEdit(edit);
  },
};

async function fixesFor(document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> {
  const wholeDocument = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    wholeDocument,
    kind.value,
    10,
  );
  return (found ?? []).filter((action) => action.kind && kind.contains(action.kind));
}
