import * as vscode from 'vscode';
import { t } from '../l10n';
import { showError } from '../notify';
import type { Command } from './command';

/** Restarts the server, for example when it no longer responds. */
export const restartServer: Command = {
  id: 'dossier.restartServer',
  async run({ server, log }) {
    try {
      await server.restart();
      vscode.window.setStatusBarMessage(t('Dossier has restarted.'), 4000);
    } catch {
      const show = t('Show Output');
      const chosen = await showError(t('Dossier could not start.'), show);
      if (chosen === show) log.show(true);
    }
  },
};

/** Shows the output channel. */
export const showOutput: Command = {
  id: 'dossier.showOutput',
  run: ({ log }) => log.show(true),
};
