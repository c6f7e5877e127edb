import * as vscode from 'vscode';
import { allAgents } from '../agents/all-agents';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showInformation } from '../notify';
import { positionOf } from '../persona/panel';
import type { Server } from '../server';
import { type Command, targetOf } from './command';
import { openExamples } from './get-started';
import { agentRows } from './why-missing-rows';

/**
 * Lets the user select an agent of the workspace, for example from the walkthrough, where no file is open.
 * @returns undefined if there is none, and null if the user cancels
 */
async function chooseAgent(server: Server): Promise<vscode.Uri | null | undefined> {
  const agents = await allAgents(server);
  const rows = agentRows(agents).map(({ label, description, uri }) => ({
    ...inertItem({ label, description }),
    uri,
  }));
  if (rows.length === 0) return undefined;
  const placeHolder = t('Select an agent file');
  const chosen = await vscode.window.showQuickPick(rows, { placeHolder, matchOnDescription: true });
  return chosen ? vscode.Uri.parse(chosen.uri) : null;
}

const previewCommand = (
  id: string,
  { isComparing }: { readonly isComparing: boolean },
): Command => ({
  id,
  async run(dossier, argument, host, at) {
    const { personas, server } = dossier;
    const uri = targetOf(argument) ?? (await chooseAgent(server));
    if (uri === null) return;
    if (!uri) {
      const open = t('Open Examples');
      const answer = await showInformation(t('Open an agent file to see its persona.'), open);
      if (answer === open) await openExamples.run(dossier);
      return;
    }
    const editor = vscode.window.activeTextEditor;
    const caret =
      editor?.document.uri.toString() === uri.toString() ? editor.selection.active : null;
    personas.show(uri, typeof host === 'string' ? host : undefined, {
      at: positionOf(at) ?? positionOf(caret),
      isComparing,
    });
  },
});

/** Opens the persona to the side. The verdict lens passes the document, the initial host and the place of the agent. */
export const previewPersona = previewCommand('dossier.previewPersona', { isComparing: false });

/** Opens the persona to the side, with the comparison of all hosts. */
export const comparePrograms = previewCommand('dossier.explainOutcomes', { isComparing: true });

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
