import * as vscode from 'vscode';
import { t } from '../words';
import type { Command } from './command';

const exportCommand = (id: string, how: 'copy' | 'export'): Command => ({
  id,
  async run({ personas }) {
    if (await personas.export(how)) return;
    void vscode.window.showInformationMessage(
      t('Open a persona preview first. This command uses the persona shown there.'),
    );
  },
});

/** Copies the shown persona as Markdown. */
export const copyPersona = exportCommand('dossier.copyPersona', 'copy');

/** Saves the shown persona as a self-contained HTML file. */
export const exportPersona = exportCommand('dossier.exportPersona', 'export');
