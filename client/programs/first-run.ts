// Confirms once in a workspace, when an agent file is first opened, which programs the user seems to work with.
import * as vscode from 'vscode';
import type { AgentDocuments } from '../agent-documents';
import { currentLocalization, t } from '../l10n';
import { showInformation } from '../notify';
import type { Server } from '../server';
import { chosenPrograms, knownPrograms, pickPrograms, savePrograms } from './choose';
import { joinedNames } from './order';

/** Key in the state of the workspace: the user has answered, so the question is not asked again. */
const answeredKey = 'dossier.programsAnswered';

export function confirmPrograms(
  server: Server,
  documents: AgentDocuments,
  memory: vscode.Memento,
): vscode.Disposable {
  let isAsked = false;
  const isAnswered = (): boolean =>
    memory.get<boolean>(answeredKey) === true || chosenPrograms().length > 0;
  const ask = async (): Promise<void> => {
    const { document } = vscode.window.activeTextEditor ?? {};
    if (isAsked || server.state !== 'running' || !document || !documents.has(document)) return;
    isAsked = true;
    if (isAnswered()) return;
    const { all, detected } = await knownPrograms(server);
    if (detected.length === 0) return;
    const [use, change, notNow] = [t('Use These'), t('Change...'), t('Not Now')];
    const { language } = currentLocalization();
    const names = joinedNames(
      detected.map(({ hostName }) => hostName),
      language,
    );
    const ids = detected.map(({ host }) => host);
    const answer = await showInformation(
      t('Dossier: you seem to use {0} in this workspace.', names),
      ...[use, change, notNow],
    );
    // Another window may have been answered in the meantime.
    if (isAnswered()) return;
    const chosen = answer === change ? await pickPrograms(all, ids) : ids;
    // Cancelling the selection leaves the question open for the next time.
    if (!chosen) return;
    if (answer === use || answer === change) await savePrograms(chosen);
    await memory.update(answeredKey, true);
  };
  const askQuietly = (): void => void ask().catch(() => undefined);
  return vscode.Disposable.from(
    server.onState(askQuietly),
    vscode.window.onDidChangeActiveTextEditor(askQuietly),
  );
}
