import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Opens the persona beside the editor. A verdict lens gives the document and the host to begin with. */
export const previewPersona: Command = {
  id: 'dossier.previewPersona',
  run({ personas }, given, host) {
    const uri = targetOf(given);
    if (!uri) {
      void vscode.window.showInformationMessage(t('Open an agent file to see its persona.'));
      return;
    }
    personas.show(uri, typeof host === 'string' ? host : undefined);
  },
};
