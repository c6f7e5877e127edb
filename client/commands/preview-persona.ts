import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Opens the persona to the side. The verdict lens passes the document and the initial host. */
export const previewPersona: Command = {
  id: 'dossier.previewPersona',
  run({ personas }, argument, host) {
    const uri = targetOf(argument);
    if (!uri) {
      void vscode.window.showInformationMessage(t('Open an agent file to see its persona.'));
      return;
    }
    personas.show(uri, typeof host === 'string' ? host : undefined);
  },
};
