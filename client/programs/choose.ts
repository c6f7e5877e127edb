// Asks for the programs that the user works with, and saves them in the settings of the workspace.
import * as vscode from 'vscode';
import { type Program, type ProgramsAnswer, programsMethod } from '../../server/protocol/protocol';
import { t } from '../l10n';
import type { Server } from '../server';
import { afterSelection } from './order';

const key = 'programs';

/** The saved programs; empty where the user has not chosen any. */
export const chosenPrograms = (): readonly string[] =>
  vscode.workspace.getConfiguration('dossier').get<readonly string[]>(key, []);

/**
 * Saves them for the workspace, because another project may be for other programs; in the user settings where no folder is open, or
 * where they were saved there before.
 */
export function savePrograms(programs: readonly string[]): Thenable<void> {
  const configuration = vscode.workspace.getConfiguration('dossier');
  const { globalValue, workspaceValue } = configuration.inspect(key) ?? {};
  const isOfUser =
    vscode.workspace.workspaceFolders === undefined ||
    (globalValue !== undefined && workspaceValue === undefined);
  const { Global, Workspace } = vscode.ConfigurationTarget;
  return configuration.update(key, programs, isOfUser ? Global : Workspace);
}

export const knownPrograms = (server: Server): Promise<ProgramsAnswer> =>
  server.request<ProgramsAnswer>(programsMethod, {});

interface Item extends vscode.QuickPickItem {
  readonly host: string;
}

/**
 * Lets the user select programs. Their order is that in which they are selected; the title shows it.
 * @returns undefined if the user cancels
 */
export function pickPrograms(
  all: readonly Program[],
  initial: readonly string[],
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  let order: readonly string[] = initial.filter((id) => all.some(({ host }) => host === id));
  // Those that are selected come first, because the list is long.
  const rankOf = ({ host }: Program): number => {
    const at = order.indexOf(host);
    return at < 0 ? order.length : at;
  };
  const items = [...all]
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ host, hostName }): Item => ({ host, label: hostName }));
  const showOrder = (): void => {
    const names = order.flatMap((id) => all.find(({ host }) => host === id)?.hostName ?? []);
    pick.title =
      names.length === 0 ? t('Choose My Programs') : t('My Programs: {0}', names.join(', '));
  };
  pick.placeholder = t('Select the programs that you use, most important first');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ host }) => order.includes(host));
  showOrder();
  return new Promise((resolve) => {
    pick.onDidChangeSelection((selected) => {
      order = afterSelection(
        order,
        selected.map(({ host }) => host),
      );
      showOrder();
    });
    pick.onDidAccept(() => {
      resolve(order);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
