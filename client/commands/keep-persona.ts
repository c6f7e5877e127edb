import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';

const keeping = (id: string, how: 'copy' | 'export'): Command => ({
  id,
  async run({ personas }) {
    if (await personas.keep(how)) return;
    void vscode.window.showInformationMessage(
      t('Open a persona preview first. This command uses the persona shown there.'),
    );
  },
});

/** Copies the persona that is shown as Markdown. */
export const copyPersona = keeping('dossier.copyPersona', 'copy');

/** Saves it as an HTML file that needs nothing else. */
export const exportPersona = keeping('dossier.exportPersona', 'export');
