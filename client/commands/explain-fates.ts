import * as vscode from 'vscode';
import { explainMethod } from '../../server/protocol';
import type { Command } from './command';
import { targetOf } from './target';

/** Shows what every host would do with the file, each in its own folder. */
export const explainFates: Command = {
  id: 'dossier.explainFates',
  async run({ server }, given) {
    const uri = targetOf(given);
    if (!uri) return;
    // Open documents are what the server knows.
    await vscode.workspace.openTextDocument(uri);
    const content = await server.request<string | null>(explainMethod, { uri: uri.toString() });
    if (content === null) {
      void vscode.window.showInformationMessage(
        'Open an agent file first: its fates are shown beside it.',
      );
      return;
    }
    const page = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(page, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: true,
    });
    await vscode.commands.executeCommand('markdown.showPreview', page.uri);
  },
};
