import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';

/** Ends the server and starts it anew: the way out when something hangs. */
export const restartServer: Command = {
  id: 'dossier.restartServer',
  async run({ server, log }) {
    try {
      await server.restart();
      vscode.window.setStatusBarMessage(t('Dossier has restarted.'), 4000);
    } catch {
      const show = t('Show Output');
      const chosen = await vscode.window.showErrorMessage(t('Dossier could not start.'), show);
      if (chosen === show) log.show(true);
    }
  },
};
