import * as vscode from 'vscode';
import { t } from '../l10n';
import { showError } from '../notify';
import type { Command } from './command';

/** Opens the walkthrough. */
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

/** Opens a copy of the examples in a new window, so that edits do not change the files of the extension. */
export const openExamples: Command = {
  id: 'dossier.openExamples',
  async run({ context }) {
    const from = vscode.Uri.joinPath(context.extensionUri, 'examples');
    const to = vscode.Uri.joinPath(context.globalStorageUri, 'examples');
    const { fs } = vscode.workspace;
    try {
      await fs.createDirectory(context.globalStorageUri);
      // Copied again each time, to restore the mistakes that the examples demonstrate.
      await fs.copy(from, to, { overwrite: true });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(t('The examples could not be copied: {0}', reason));
      return;
    }
    await vscode.commands.executeCommand('vscode.openFolder', to, { forceNewWindow: true });
  },
};
