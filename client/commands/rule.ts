import * as vscode from 'vscode';
import { disableRuleCommand, showRuleCommand } from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { type Command, targetOf } from './command';

/** Shows the page of a rule as a Markdown preview, or as text if the editor has no preview. */
export const showRule: Command = {
  id: showRuleCommand,
  async run({ context }, rule) {
    if (typeof rule !== 'string' || !/^[\w-]+$/.test(rule)) return;
    const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
    try {
      await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
    } catch {
      await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside });
    }
  },
};

/** Turns off a rule in the workspace settings, or in the user settings if no folder is open. */
export const disableRule: Command = {
  id: disableRuleCommand,
  async run(_, rule, argument) {
    if (typeof rule !== 'string') return;
    const settings = vscode.workspace.getConfiguration('dossier', targetOf(argument));
    const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    const target = hasFolder
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    const inspected = settings.inspect<Record<string, string>>('rules');
    const current = hasFolder ? inspected?.workspaceValue : inspected?.globalValue;
    await settings.update('rules', { ...current, [rule]: 'off' }, target);
    const open = t('Open Settings');
    const message = hasFolder
      ? t('Disabled rule "{0}" in the workspace settings.', rule)
      : t('Disabled rule "{0}" in the user settings.', rule);
    const picked = await showInformation(message, open);
    if (picked !== open) return;
    const openCommand = hasFolder
      ? 'workbench.action.openWorkspaceSettingsFile'
      : 'workbench.action.openSettingsJson';
    await vscode.commands.executeCommand(openCommand);
  },
};
