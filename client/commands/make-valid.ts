import * as vscode from 'vscode';
import {
  type ValidFor,
  type ValidForParams,
  validForCommand,
  validForMethod,
} from '../../server/protocol';
import { t } from '../l10n';
import type { Server } from '../server';
import { type Command, targetOf } from './command';
import { hostRows, isPreselected, type ResultRow, resultRows } from './make-valid-rows';
import { withProgress } from './progress';

/** Asks for hosts, shows what prevents them from loading the file, and applies the smallest change that makes it valid. */
export const makeValid: Command = {
  id: validForCommand,
  async run({ server }, argument) {
    const uri = targetOf(argument);
    if (!uri) {
      void vscode.window.showInformationMessage(t('Open an agent file first.'));
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const ask = requester(server, uri);
    const before = await ask([]);
    if (!before) {
      void vscode.window.showInformationMessage(t('Open an agent file first.'));
      return;
    }
    const chosen = await chooseHosts(before);
    if (!chosen || chosen.length === 0) return;
    const answer = await ask(chosen);
    if (answer) await showResult(document, answer, chosen);
  },
};

const requester =
  (server: Server, uri: vscode.Uri) =>
  (hosts: readonly string[]): Promise<ValidFor | null> => {
    const params: ValidForParams = { uri: uri.toString(), hosts };
    const request = server.request<ValidFor | null>(validForMethod, params);
    return withProgress(t('Looking for the smallest change'), request);
  };

async function chooseHosts(before: ValidFor): Promise<readonly string[] | undefined> {
  const items = hostRows(before).map(({ host, icon, ...row }) => ({
    ...row,
    host,
    iconPath: new vscode.ThemeIcon(icon),
    picked: isPreselected(before, host),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Make Valid for Hosts'),
    placeHolder: t('Select the hosts that should load this file'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.map(({ host }) => host);
}

type Item = vscode.QuickPickItem & { readonly row?: ResultRow };

async function showResult(
  document: vscode.TextDocument,
  answer: ValidFor,
  chosen: readonly string[],
): Promise<void> {
  const { title, placeholder, rows } = resultRows(answer, chosen);
  const items = rows.map((row): Item => {
    if (row.kind === 'heading')
      return { label: row.label, kind: vscode.QuickPickItemKind.Separator };
    const { label, icon } = row;
    return { label, row, iconPath: new vscode.ThemeIcon(icon) };
  });
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: placeholder });
  if (picked?.row?.kind === 'apply') await apply(document, answer);
  else if (picked?.row?.line !== undefined) await goTo(document, picked.row.line);
}

/** Applies the change, unless the document was edited since the request, because the ranges would no longer fit. */
async function apply(document: vscode.TextDocument, { version, change }: ValidFor): Promise<void> {
  if (!change) return;
  if (document.version !== version) {
    void vscode.window.showInformationMessage(
      t('The file has changed in the meantime. Run the command again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    change.edits.map(({ range: { start, end }, newText }) =>
      vscode.TextEdit.replace(
        new vscode.Range(start.line, start.character, end.line, end.character),
        newText,
      ),
    ),
  );
  await vscode.workspace.applyEdit(edit);
  const [first] = change.edits;
  if (first) await goTo(document, first.range.start.line);
}

async function goTo(document: vscode.TextDocument, line: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
