// Moves a file into the folder of a program. The move can be undone, and references to the file change with it.
import * as vscode from 'vscode';
import {
  type MoveTargets,
  type MoveTargetsParams,
  moveTargetsMethod,
} from '../../server/protocol/protocol';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showError, showInformation } from '../notify';
import type { Server } from '../server';

type Target = MoveTargets['targets'][number];

/** Asks for the program whose folder the file moves to. */
export async function moveToProgram(server: Server, uri: vscode.Uri): Promise<void> {
  const targets = await moveTargetsOf(server, uri);
  const target = await chooseTarget(targets, {
    title: t('Move {0}', vscode.workspace.asRelativePath(uri)),
    placeHolder: t('Select the program that should read the file'),
  });
  if (target) await moveFile(uri, vscode.Uri.parse(target.uri));
}

export async function moveTargetsOf(
  server: Server,
  uri: vscode.Uri,
): Promise<MoveTargets['targets']> {
  const params: MoveTargetsParams = { uri: uri.toString() };
  return (await server.request<MoveTargets>(moveTargetsMethod, params)).targets;
}

/** One row per program: its name and the path in its folder. */
export async function chooseTarget(
  targets: MoveTargets['targets'],
  options: { readonly title: string; readonly placeHolder: string },
): Promise<Target | undefined> {
  if (targets.length === 0) {
    void showInformation(t('Open a folder first. Agents are stored in a project folder.'));
    return undefined;
  }
  const items = targets.map((target) =>
    inertItem({
      label: target.hostName,
      description: target.isReader ? t('{0} · also reads it here', target.path) : target.path,
      target,
    }),
  );
  const picked = await vscode.window.showQuickPick(items, {
    ...options,
    matchOnDescription: true,
  });
  return picked?.target;
}

/** Moves a file without overwriting an existing one, and opens it. */
export async function moveFile(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(to);
    return;
  }
  const target = vscode.workspace.asRelativePath(to);
  void showError(t('The file could not be moved to {0}.', target));
}
