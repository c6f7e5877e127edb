// Asks for the programs that the user works with, and saves them in the user settings.
import * as vscode from 'vscode';
import { type Program, type ProgramsAnswer, programsMethod } from '../../server/protocol';
import { t } from '../l10n';
import type { Server } from '../server';
import { afterSelection } from './order';

const key = 'programs';

/** The saved programs; empty where the user has not chosen any. */
export const chosenPrograms = (): readonly string[] =>
  vscode.workspace.getConfiguration('dossier').get<readonly string[]>(key, []);

export const savePrograms = (programs: readonly string[]): Thenable<void> =>
  vscode.workspace
    .getConfiguration('dossier')
    .update(key, programs, vscode.ConfigurationTarget.Global);

export const knownPrograms = (server: Server): Promise<ProgramsAnswer> =>
  server.request<ProgramsAnswer>(programsMethod, {});

interface Item extends vscode.QuickPickItem {
  readonly host: string;
}

/**
 * Lets the user select programs. Their order is that in which they are selected, and is shown with each.
 * @returns undefined if the user cancels
 */
export function pickPrograms(
  all: readonly Program[],
  initial: readonly string[],
): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  let order: readonly string[] = initial.filter((id) => all.some(({ host }) => host === id));
  /** Replacing the items selects none for a moment, which is not a choice of the user. */
  let isUpdating = false;
  const show = (): void => {
    isUpdating = true;
    const active = pick.activeItems[0]?.host;
    const items = all.map(({ host, hostName }): Item => {
      const position = order.indexOf(host);
      return { host, label: hostName, description: position < 0 ? '' : String(position + 1) };
    });
    pick.items = items;
    pick.selectedItems = items.filter(({ host }) => order.includes(host));
    pick.activeItems = items.filter(({ host }) => host === active);
    isUpdating = false;
  };
  pick.title = t('Choose My Programs');
  pick.placeholder = t('Select the programs that you use, most important first');
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  show();
  return new Promise((resolve) => {
    pick.onDidChangeSelection((selected) => {
      const next = afterSelection(
        order,
        selected.map(({ host }) => host),
      );
      if (isUpdating || next.join() === order.join()) return;
      order = next;
      show();
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
