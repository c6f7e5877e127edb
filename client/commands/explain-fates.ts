import * as vscode from 'vscode';
import { explanationOf } from '../explanations';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Shows what every host would do with the file, each in its own folder: a rendered page beside it. */
export const explainFates: Command = {
  id: 'dossier.explainFates',
  async run(_, given) {
    const uri = targetOf(given);
    if (!uri) {
      void vscode.window.showInformationMessage(
        t('Open an agent file to see its outcome in every host.'),
      );
      return;
    }
    await vscode.commands.executeCommand('markdown.showPreviewToSide', explanationOf(uri));
  },
};
