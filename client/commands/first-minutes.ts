import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';

/** The pages that lead through the first minutes. */
export const getStarted: Command = {
  id: 'dossier.getStarted',
  async run({ context }) {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${context.extension.id}#start`,
      false,
    );
  },
};

/** Opens a copy of the examples in a window of its own: what is tried on them changes nothing of the extension. */
export const openExamples: Command = {
  id: 'dossier.openExamples',
  async run({ context }) {
    const from = vscode.Uri.joinPath(context.extensionUri, 'examples');
    const to = vscode.Uri.joinPath(context.globalStorageUri, 'examples');
    const { fs } = vscode.workspace;
    try {
      await fs.createDirectory(context.globalStorageUri);
      // Anew each time: the mistakes are what there is to see.
      await fs.copy(from, to, { overwrite: true });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(t('The examples could not be copied: {0}', why));
      return;
    }
    await vscode.commands.executeCommand('vscode.openFolder', to, { forceNewWindow: true });
  },
};
