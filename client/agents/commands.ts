// What can be done with the Agents view and its rows. A command of a row is given the row by the view's menu.
import * as vscode from 'vscode';
import type { Command, Dossier } from '../commands/command';
import { moveAgent } from '../commands/move-agent';
import { newAgentIn } from '../commands/new-agent';
import { listReferences } from '../commands/show-references';
import { openingOf } from './opening';
import { type AgentRow, folderUri, type Row } from './rows';

const isRow = (given: unknown): given is Row =>
  typeof given === 'object' && given !== null && 'kind' in given && 'key' in given;

const ofAgent = (
  id: string,
  run: (row: AgentRow, uri: vscode.Uri, dossier: Dossier) => unknown,
): Command => ({
  id,
  async run(dossier, given) {
    if (!isRow(given) || given.kind !== 'agent') return;
    await run(given, vscode.Uri.parse(given.item.uri), dossier);
  },
});

const newAgentHere: Command = {
  id: 'dossier.newAgentHere',
  async run({ server }, given) {
    if (!isRow(given)) return;
    const isAgent = given.kind === 'agent';
    const folder = isAgent ? folderUri(given.item) : given.folder;
    const hosts = isAgent ? given.items.map(({ host }) => host) : given.hosts;
    if (folder !== null) await newAgentIn(server, vscode.Uri.parse(folder), hosts);
  },
};

export const agentsCommands: readonly Command[] = [
  { id: 'dossier.refreshAgents', run: ({ agents }) => agents.refresh() },
  { id: 'dossier.filterAgents', run: ({ agents }) => agents.filter() },
  { id: 'dossier.groupAgentsByHost', run: ({ agents }) => agents.group('host') },
  { id: 'dossier.groupAgentsByFolder', run: ({ agents }) => agents.group('folder') },
  newAgentHere,
  // What a press on a row does: until a file is changed, the next one takes its tab.
  ofAgent('dossier.showAgent', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, openingOf(item)),
  ),
  ofAgent('dossier.openAgent', ({ item }, uri) =>
    vscode.commands.executeCommand('vscode.open', uri, { ...openingOf(item), preview: false }),
  ),
  ofAgent('dossier.previewAgent', ({ item }, uri, { personas }) => personas.show(uri, item.host)),
  ofAgent('dossier.revealAgent', (_, uri) =>
    vscode.commands.executeCommand('revealInExplorer', uri),
  ),
  ofAgent('dossier.revealReferences', (_, uri, { server }) =>
    listReferences(server, uri, { line: 0, character: 0 }),
  ),
  ofAgent('dossier.moveAgent', async ({ items }, uri) => {
    const to = items.find(({ movesTo }) => movesTo !== null)?.movesTo;
    if (to) await moveAgent(uri, vscode.Uri.parse(to));
  }),
  ofAgent('dossier.copyAgentName', ({ item }) =>
    vscode.env.clipboard.writeText(item.id ?? item.name),
  ),
];
