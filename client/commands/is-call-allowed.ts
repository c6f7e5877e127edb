// "Is a Tool Call Allowed?": what each program of a folder decides about the call that is typed, and why.
import * as vscode from 'vscode';
import {
  type GuardsAnswer,
  type GuardsParams,
  guardsMethod,
  type TextPlace,
} from '../../server/protocol/protocol';
import { showLine } from '../files';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showInformation } from '../notify';
import type { Server } from '../server';
import type { Command } from './command';
import { exampleRows, type GuardRow, guardRows, guardsOfFolder } from './guard-rows';

export const isCallAllowed: Command = {
  id: 'dossier.isCallAllowed',
  async run({ server }) {
    const folder = await chooseFolder();
    const at = folder && (await chooseRow(server, folder.uri));
    if (!at) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(at.uri));
    await showLine(document, at.line);
  },
};

/** That of the active file, or the only one; otherwise the author chooses. */
async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const { workspaceFolders: folders = [] } = vscode.workspace;
  if (folders.length === 0) {
    void showInformation(t('Open the folder of a project, because its settings decide.'));
    return undefined;
  }
  const open = vscode.window.activeTextEditor?.document.uri;
  const around = open && vscode.workspace.getWorkspaceFolder(open);
  return around ?? (folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0]);
}

type Item = vscode.QuickPickItem & Pick<GuardRow, 'at' | 'call'>;

/** @returns where the chosen rule or hook is */
function chooseRow(server: Server, folder: vscode.Uri): Promise<TextPlace | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = t('Is a Tool Call Allowed?');
  pick.placeholder = t('Type a tool and its command, path or address, such as "Bash: git push"');
  pick.keepScrollPosition = true;
  const show = (rows: readonly GuardRow[]): void => {
    pick.items = rows.map(itemOf);
  };
  const ask = async (typed: string): Promise<void> => {
    const params: GuardsParams = { folder: folder.toString(), call: typed };
    pick.busy = true;
    const answer = await server.request<GuardsAnswer>(guardsMethod, params);
    // Another key may have been pressed.
    if (pick.value !== typed) return;
    pick.busy = false;
    show(
      answer.isComplete
        ? guardRows(answer.programs)
        : [...guardsOfFolder(answer.guards), ...exampleRows(answer.examples)],
    );
  };
  void ask('');
  pick.onDidChangeValue(ask);
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [row] = pick.selectedItems;
      if (row?.call !== undefined) {
        pick.value = row.call;
        void ask(row.call);
      } else if (row?.at) {
        resolve(row.at);
        pick.dispose();
      }
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** The typed call must not filter the rows. */
const itemOf = ({ icon, ...row }: GuardRow): Item =>
  inertItem({
    ...row,
    alwaysShow: true,
    ...(icon !== null && { iconPath: new vscode.ThemeIcon(icon) }),
  });
