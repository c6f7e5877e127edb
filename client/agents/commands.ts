// Commands of the Agents view and its rows. A menu of the view passes the row as the argument.
import * as vscode from 'vscode';
import { convertAgentCommand, validForCommand } from '../../server/protocol/protocol';
import type { Command, Dossier } from '../commands/command';
import { moveFile, moveToProgram } from '../commands/move-file';
import { newAgentIn } from '../commands/new-agent';
import { listReferences } from '../commands/references';
import { deleteAgent, duplicateAgent, renameAgentOf, showOptionsOf } from './file-actions';
import { type AgentRow, folderUri, type Row } from './rows';
import { openChatWith, runInTerminal } from './start-agent';

const isRow = (argument: unknown): argument is Row =>
  typeof argument === 'object' && argument !== null && 'kind' in argument && 'key' in argument;

/** A key binding passes no row, so the focused row of the view is used. */
const rowCommand = (id: string, run: RunOnRow): Command => ({
  id,
  async run(dossier, argument) {
    const row = isRow(argument) ? argument : await dossier.agents.focusedRow();
    if (row?.kind !== 'agent') return;
    await run(row, vscode.Uri.parse(row.item.uri), dossier);
  },
});

type RunOnRow = (row: AgentRow, uri: vscode.Uri, dossier: Dossier) => unknown;

/** Does nothing for skills and commands. */
const agentCommand = (id: string, run: RunOnRow): Command =>
  rowCommand(id, (row, ...rest) => (row.item.kind === 'agent' ? run(row, ...rest) : undefined));

const newAgentHere: Command = {
  id: 'dossier.newAgentHere',
  async run({ server }, argument) {
    if (!isRow(argument)) return;
    const isAgent = argument.kind === 'agent';
    const folder = isAgent ? folderUri(argument.item) : argument.folder;
    const owners = isAgent ? argument.items.filter(({ role }) => role === 'owner') : [];
    const hosts = isAgent ? owners.map(({ host }) => host) : argument.hosts;
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
  rowCommand('dossier.showAgent', async ({ item }, uri, { personas }) => {
    await vscode.commands.executeCommand('vscode.open', uri, showOptionsOf(item));
    // The row is that of one program.
    personas.followIfShown(uri, item.host);
  }),
  rowCommand('dossier.openAgent', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, { ...showOptionsOf(item), preview: false }),
  ),
  rowCommand('dossier.openAgentToSide', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, {
      ...showOptionsOf(item),
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
    }),
  ),
  rowCommand('dossier.previewAgent', ({ item }, uri, { personas }) =>
    personas.show(uri, item.host),
  ),
  rowCommand('dossier.revealAgent', (_, uri) =>
    vscode.commands.executeCommand('revealInExplorer', uri),
  ),
  rowCommand('dossier.revealAgentInOS', (_, uri) =>
    vscode.commands.executeCommand('revealFileInOS', uri),
  ),
  agentCommand('dossier.renameAgentInView', ({ item }, uri, { server }) =>
    renameAgentOf(server, item, uri),
  ),
  agentCommand('dossier.duplicateAgent', ({ item }, uri, { server }) =>
    item.isConfigured ? undefined : duplicateAgent(server, uri),
  ),
  agentCommand('dossier.deleteAgent', ({ item }, uri) =>
    item.isConfigured ? undefined : deleteAgent(item, uri),
  ),
  agentCommand('dossier.moveAgentToProgram', ({ item }, uri, { server }) =>
    item.isConfigured ? undefined : moveToProgram(server, uri),
  ),
  rowCommand('dossier.openAgentChat', (row, _, { server }) => openChatWith(server, row)),
  rowCommand('dossier.runAgent', (row, _, { server }) => runInTerminal(server, row)),
  rowCommand('dossier.convertAgentInView', (_, uri) =>
    vscode.commands.executeCommand(convertAgentCommand, uri),
  ),
  agentCommand('dossier.compareAgent', (_, uri) =>
    vscode.commands.executeCommand('dossier.compareWithCopy', uri),
  ),
  agentCommand('dossier.makeAgentValid', (_, uri) =>
    vscode.commands.executeCommand(validForCommand, uri),
  ),
  agentCommand('dossier.whyAgentMissing', (_, uri) =>
    vscode.commands.executeCommand('dossier.whyMissing', uri),
  ),
  rowCommand('dossier.revealReferences', (_, uri, { server }) =>
    listReferences(server, uri, { line: 0, character: 0 }),
  ),
  agentCommand('dossier.moveAgent', async ({ items }, uri) => {
    const target = items.find(({ moveTarget }) => moveTarget !== null)?.moveTarget;
    if (target) await moveFile(uri, vscode.Uri.parse(target));
  }),
  rowCommand('dossier.copyAgentName', ({ item }) =>
    vscode.env.clipboard.writeText(item.id ?? item.name),
  ),
];
