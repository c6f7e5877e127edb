import * as vscode from 'vscode';
import { showRuleCommand } from '../../server/protocol';
import type { Command } from './command';

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
