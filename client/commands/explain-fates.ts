import * as vscode from 'vscode';
import { explanationOf } from '../explanations';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Shows the outcome of the file in every host, each in its own folder, as a Markdown preview to the side. */
export const explainOutcomes: Command = {
  id: 'dossier.explainFates',
  async run(_, argument) {
    const uri = targetOf(argument);
    if (!uri) {
      void vscode.window.showInformationMessage(
        t('Open an agent file to see its outcome in every host.'),
      );
      return;
    }
    await vscode.commands.executeCommand('markdown.showPreviewToSide', explanationOf(uri));
  },
};
