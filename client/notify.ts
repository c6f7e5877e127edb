// Notifications. VS Code turns `[text](command:...)` in their texts into a link that runs a command, so names from files must not
// reach it unchanged.
import * as vscode from 'vscode';
import { inertLabel } from '../server/text/inert-label';

type Button = string | vscode.MessageItem;

/** Each of them resolves to the selected button; undefined if there is none. */
export const showInformation = <T extends Button>(
  message: string,
  ...buttons: readonly T[]
): Thenable<T | undefined> =>
  vscode.window.showInformationMessage(inertLabel(message), ...asItems<T>(buttons));

export const showWarning = <T extends Button>(
  message: string,
  ...buttons: readonly T[]
): Thenable<T | undefined> =>
  vscode.window.showWarningMessage(inertLabel(message), ...asItems<T>(buttons));

export const showError = <T extends Button>(
  message: string,
  ...buttons: readonly T[]
): Thenable<T | undefined> =>
  vscode.window.showErrorMessage(inertLabel(message), ...asItems<T>(buttons));

/**
 * Asks in a dialog.
 * @param options `detail`: one text, in which line breaks become symbols, or the lines of it.
 * @returns whether the button was selected
 */
export async function isConfirmed(
  question: string,
  { detail, button }: { readonly detail?: string | readonly string[]; readonly button: string },
): Promise<boolean> {
  const lines = detail === undefined ? [] : [detail].flat();
  const options = { modal: true, detail: lines.map(inertLabel).join('\n') };
  const chosen = await vscode.window.showWarningMessage(inertLabel(question), options, button);
  return chosen === button;
}

/** VS Code declares one function for strings and one for objects, and both do the same. */
const asItems = <T extends Button>(buttons: readonly T[]): readonly (T & vscode.MessageItem)[] =>
  buttons as readonly (T & vscode.MessageItem)[];
