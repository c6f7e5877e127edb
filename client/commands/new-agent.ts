import * as vscode from 'vscode';
import { type AgentSkeleton, skeletonsMethod } from '../../server/protocol/protocol';
import { allAgents } from '../agents/all-agents';
import { columnFor } from '../agents/file-actions';
import { fileNameOf } from '../file-name';
import { createFiles, exists } from '../files';
import { t } from '../l10n';
import { exampleName, nameProblem, withName } from '../new-agent/agent-name';
import { createAll } from '../new-agent/create-files';
import { askForAgent } from '../new-agent/wizard';
import { chosenPrograms, knownPrograms } from '../programs/choose';
import type { Server } from '../server';
import type { Command } from './command';

/** Asks for the purpose, programs and permissions of the agent, and creates its files. Existing files are never changed. */
export const newAgent: Command = {
  id: 'dossier.newAgent',
  run: ({ server }) => runWizard(server, ''),
};

/** Like `newAgent`, with the selected text as the prompt. */
export const newAgentFromSelection: Command = {
  id: 'dossier.newAgentFromSelection',
  run: ({ server }) => {
    const editor = vscode.window.activeTextEditor;
    return runWizard(server, editor?.document.getText(editor.selection).trim() ?? '');
  },
};

async function runWizard(server: Server, selection: string): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const hosts = await preselectedHosts(server);
  const answer = await askForAgent(server, { folders, hosts, selection });
  if (answer) await createAll(answer.name, answer.files);
}

/** The programs that the user chose; otherwise those of the project's agents; otherwise those that seem to be in use. */
async function preselectedHosts(server: Server): Promise<readonly string[]> {
  const { all, detected } = await knownPrograms(server);
  const known = (hosts: readonly string[]): readonly string[] =>
    all.map(({ host }) => host).filter((host) => hosts.includes(host));
  const chosen = known(chosenPrograms());
  if (chosen.length > 0) return chosen;
  const agents = await allAgents(server);
  const projectAgents = agents.filter(({ scope, role }) => scope === 'project' && role === 'owner');
  const used = known(projectAgents.map(({ host }) => host));
  return used.length > 0 ? used : detected.map(({ host }) => host);
}

/** Creates an agent in an existing folder, for one of the hosts that read it. */
export async function newAgentIn(
  server: Server,
  folder: vscode.Uri,
  hosts: readonly string[],
): Promise<void> {
  const skeletons = (await skeletonsOf(server)).map((skeleton) => ({
    ...skeleton,
    path: fileNameOf(skeleton.path),
  }));
  const matching = skeletons.filter(({ host }) => hosts.includes(host));
  const [only, ...others] = matching;
  const skeleton =
    only && others.length === 0 ? only : await chooseHost(only ? matching : skeletons);
  if (skeleton) await createFrom(folder, skeleton);
}

const skeletonsOf = (server: Server): Promise<readonly AgentSkeleton[]> =>
  server.request<readonly AgentSkeleton[]>(skeletonsMethod, {});

async function createFrom(folder: vscode.Uri, skeleton: AgentSkeleton): Promise<void> {
  const name = await askName(folder, skeleton);
  if (name === undefined) return;
  await create(fileOf(folder, skeleton, name), withName(skeleton.text, name));
}

async function chooseHost(skeletons: readonly AgentSkeleton[]): Promise<AgentSkeleton | undefined> {
  const items = skeletons.map((skeleton) => ({
    label: skeleton.hostName,
    description: withName(skeleton.path, '…'),
    skeleton,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('New Agent'),
    placeHolder: t('Select the program that the agent is for'),
    matchOnDescription: true,
  });
  return chosen?.skeleton;
}

async function askName(folder: vscode.Uri, skeleton: AgentSkeleton): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: t('New Agent for {0}', skeleton.hostName),
    prompt: t('Enter a name for the agent and its file'),
    // Screen readers announce it as the label of the input.
    placeHolder: t('Agent name, for example {0}', exampleName),
    validateInput: async (name) => {
      const problem = nameProblem(name);
      if (problem !== undefined) return problem;
      const file = fileOf(folder, skeleton, name);
      const isTaken = await exists(file);
      return isTaken ? t('{0} already exists.', vscode.workspace.asRelativePath(file)) : undefined;
    },
  });
}

function fileOf(folder: vscode.Uri, skeleton: AgentSkeleton, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, withName(skeleton.path, name));
}

async function create(file: vscode.Uri, text: string): Promise<void> {
  if (!(await createFiles([{ uri: file, text: '' }]))) return;
  const editor = await vscode.window.showTextDocument(file, { ...columnFor(file), preview: false });
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}
