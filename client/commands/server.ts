import * as vscode from 'vscode';
import { t } from '../l10n';
import type { Command } from './command';

/** Restarts the server, for example when it no longer responds. */
export const restartServer: Command = {
  id: 'dossier.restartServer',
  async run({ server }) {
    try {
      await server.restart();
      vscode.window.setStatusBarMessage(t('Dossier has restarted.'), 4000);
    } catch {
      // The server has reported that it does not start.
    }
  },
};

/** Shows the output channel. */
export const showOutput: Command = {
  id: 'dossier.showOutput',
  run: ({ log }) => log.show(true),
};
