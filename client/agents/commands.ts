// Commands of the Agents view and its rows. A menu of the view passes the row as the argument.
import * as vscode from 'vscode';
import type { Command, Dossier } from '../commands/command';
import { newAgentIn } from '../commands/new-agent';
import { listReferences } from '../commands/references';
import { t } from '../l10n';
import { type AgentRow, folderUri, type Row } from './rows';
import { showOptionsOf } from './show-options';

const isRow = (argument: unknown): argument is Row =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && 'key' in argument;

const agentCommand = (
  id: string,
  run: (row: AgentRow, uri: vscode.Uri, dossier: Dossier) => unknown,
): Command => ({
  id,
  async run(dossier, argument) {
    if (!isRow(argument) || argument.kind !== 'agent') return;
    await run(argument, vscode.Uri.parse(argument.item.uri), dossier);
  },
});

const newAgentHere: Command = {
  id: 'dossier.newAgentHere',
  async run({ server }, argument) {
    if (!isRow(argument)) return;
    const isAgent = argument.kind === 'agent';
    const folder = isAgent ? folderUri(argument.item) : argument.folder;
    const hosts = isAgent ? argument.items.map(({ host }) => host) : argument.hosts;
    if (folder !== null) await newAgentIn(server, vscode.Uri.parse(folder), hosts);
  },
};

export const agentsCommands: readonly Command[] = [
  { id: 'dossier.showGraph', run: ({ graph }) => graph.show() },
  { id: 'dossier.refreshAgents', run: ({ agents }) => agents.refresh() },
  { id: 'dossier.filterAgents', run: ({ agents }) => agents.filter() },
  { id: 'dossier.groupAgentsByHost', run: ({ agents }) => agents.group('host') },
  { id: 'dossier.groupAgentsByFolder', run: ({ agents }) => agents.group('folder') },
  newAgentHere,
  // Runs when a row is selected. The file opens as a preview, so the next one replaces it.
  agentCommand('dossier.showAgent', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, showOptionsOf(item)),
  ),
  agentCommand('dossier.openAgent', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, { ...showOptionsOf(item), preview: false }),
  ),
  agentCommand('dossier.previewAgent', ({ item }, uri, { personas }) =>
    personas.show(uri, item.host),
  ),
  agentCommand('dossier.revealAgent', (_, uri) =>
    vscode.commands.executeCommand('revealInExplorer', uri),
  ),
  agentCommand('dossier.revealReferences', (_, uri, { server }) =>
    listReferences(server, uri, { line: 0, character: 0 }),
  ),
  agentCommand('dossier.moveAgent', async ({ items }, uri) => {
    const target = items.find(({ moveTarget }) => moveTarget !== null)?.moveTarget;
    if (target) await moveAgent(uri, vscode.Uri.parse(target));
  }),
  agentCommand('dossier.copyAgentName', ({ item }) =>
    vscode.env.clipboard.writeText(item.id ?? item.name),
  ),
];

/** Moves a file without overwriting an existing one. The move can be undone like any other edit. */
async function moveAgent(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
  if (await vscode.workspace.applyEdit(edit)) {
    await vscode.window.showTextDocument(to);
    return;
  }
  const target = vscode.workspace.asRelativePath(to);
  void vscode.window.showErrorMessage(t('The file could not be moved to {0}.', target));
}
