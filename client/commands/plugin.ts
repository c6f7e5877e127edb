// "Open Plugin Preview" and "Load Plugin in Every Program...": the table of a plugin, and the change after which programs load more.
import * as vscode from 'vscode';
import { fixPluginCommand, showPluginCommand } from '../../server/protocol/protocol';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { findManifests } from '../plugin/find-manifests';
import { type Command, targetOf } from './command';

export const showPlugin: Command = {
  id: showPluginCommand,
  run: ({ plugin }, argument) => withPlugin(argument, (uri) => plugin.show(uri)),
};

export const fixPlugin: Command = {
  id: fixPluginCommand,
  run: ({ plugin }, argument) => withPlugin(argument, (uri) => plugin.showFix(uri)),
};

/** Shows the plugin of a menu or of the active editor, or the one that the user chooses. @param show whether there is a plugin */
async function withPlugin(
  argument: unknown,
  show: (uri: vscode.Uri) => Promise<boolean>,
): Promise<void> {
  const target = targetOf(argument);
  if (target && (await show(target))) return;
  const chosen = argument === undefined ? await chooseManifest() : undefined;
  if (chosen === 'cancelled' || (chosen && (await show(chosen)))) return;
  void showInformation(t('No program loads a plugin from this folder.'));
}

/** Undefined where there is none. */
async function chooseManifest(): Promise<vscode.Uri | 'cancelled' | undefined> {
  const found = await findManifests();
  const [only, ...others] = found;
  if (!only || others.length === 0) return only;
  const items = found
    .map((uri) => inertItem({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Open Plugin Preview'),
    placeHolder: t('Select the manifest of a plugin'),
  });
  return picked?.uri ?? 'cancelled';
}
