import * as vscode from 'vscode';
import { disableRuleCommand } from '../../server/protocol';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Switches a rule off in the settings: those of the workspace, or the user's where no folder is open. */
export const disableRule: Command = {
  id: disableRuleCommand,
  async run(_, rule, given) {
    if (typeof rule !== 'string') return;
    const settings = vscode.workspace.getConfiguration('dossier', targetOf(given));
    const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    const target = hasFolder
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    const inspected = settings.inspect<Record<string, string>>('rules');
    const there = hasFolder ? inspected?.workspaceValue : inspected?.globalValue;
    await settings.update('rules', { ...there, [rule]: 'off' }, target);
    const open = t('Open Settings');
    const message = hasFolder
      ? t('Disabled rule "{0}" in the workspace settings.', rule)
      : t('Disabled rule "{0}" in the user settings.', rule);
    const picked = await vscode.window.showInformationMessage(message, open);
    if (picked !== open) return;
    const opened = hasFolder
      ? 'workbench.action.openWorkspaceSettingsFile'
      : 'workbench.action.openSettingsJson';
    await vscode.commands.executeCommand(opened);
  },
};
