import * as vscode from 'vscode';
import type { Command } from './command';

/** Ends the server and starts it anew: the way out when something hangs. */
export const restartServer: Command = {
  id: 'dossier.restartServer',
  async run({ server, log }) {
    try {
      await server.restart();
      vscode.window.setStatusBarMessage('Dossier has restarted.', 4000);
    } catch {
      const show = 'Show output';
      const chosen = await vscode.window.showErrorMessage('Dossier did not start.', show);
      if (chosen === show) log.show(true);
    }
  },
};
