// "Open Plugin Preview": the table of what each program loads of a plugin.
import * as vscode from 'vscode';
import { showPluginCommand } from '../../server/protocol/protocol';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { findManifests } from '../plugin/folders';
import { type Command, targetOf } from './command';

export const showPlugin: Command = {
  id: showPluginCommand,
  async run({ plugin }, argument) {
    const target = targetOf(argument);
    if (target && (await plugin.show(target))) return;
    const chosen = argument === undefined ? await chooseManifest() : undefined;
    if (chosen === 'cancelled' || (chosen && (await plugin.show(chosen)))) return;
    void showInformation(t('No program loads a plugin from this folder.'));
  },
};

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
