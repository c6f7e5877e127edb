import * as vscode from 'vscode';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { positionOf } from '../persona/panel';
import { type Command, targetOf } from './command';

/** Opens the persona to the side. The verdict lens passes the document, the initial host and the place of the agent. */
export const previewPersona: Command = {
  id: 'dossier.previewPersona',
  run({ personas }, argument, host, at) {
    const uri = targetOf(argument);
    if (!uri) {
      void showInformation(t('Open an agent file to see its persona.'));
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const caret =
      editor?.document.uri.toString() === uri.toString() ? editor.selection.active : null;
    personas.show(uri, typeof host === 'string' ? host : undefined, {
      at: positionOf(at) ?? positionOf(caret),
    });
  },
};

const exportCommand = (id: string, how: 'copy' | 'export'): Command => ({
  id,
  async run({ personas }) {
    if (await personas.export(how)) return;
    void showInformation(
      t('Open a persona preview first. This command uses the persona shown there.'),
    );
  },
});

/** Copies the shown persona as Markdown. */
export const copyPersona = exportCommand('dossier.copyPersona', 'copy');

/** Saves the shown persona as a self-contained HTML file. */
export const exportPersona = exportCommand('dossier.exportPersona', 'export');
