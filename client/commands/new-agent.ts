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
import { showInformation } from '../notify';
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
  const skeletons = (await skeletonsOf(server, 'agent')).map((skeleton) => ({
    ...skeleton,
    path: fileNameOf(skeleton.path),
  }));
  const matching = skeletons.filter(({ host }) => hosts.includes(host));
  const [only, ...others] = matching;
  const skeleton =
    only && others.length === 0 ? only : await chooseHost(only ? matching : skeletons);
  if (skeleton) await createFrom(folder, skeleton);
}

const skeletonsOf = async (
  server: Server,
  subject: AgentSkeleton['subject'],
): Promise<readonly AgentSkeleton[]> => {
  const all = await server.request<readonly AgentSkeleton[]>(skeletonsMethod, {});
  return all.filter((skeleton) => skeleton.subject === subject);
};

/** Asks for the program and the name of a skill, and creates its file with a snippet. */
export const newSkill: Command = {
  id: 'dossier.newSkill',
  run: ({ server }) => newIn(server, 'skill'),
};

/** The same for a command. */
export const newCommand: Command = {
  id: 'dossier.newCommand',
  run: ({ server }) => newIn(server, 'command'),
};

async function newIn(server: Server, subject: 'skill' | 'command'): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) return void showInformation(t('Open a folder first.'));
  const skeletons = await skeletonsOf(server, subject);
  const preselected = await preselectedHosts(server);
  const used = skeletons.filter(({ host }) => preselected.includes(host));
  const others = skeletons.filter(({ host }) => !preselected.includes(host));
  const skeleton = await chooseHost([...used, ...others]);
  if (skeleton) await createFrom(folder.uri, skeleton);
}

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
  const texts = textsFor[skeletons[0]?.subject ?? 'agent'];
  const chosen = await vscode.window.showQuickPick(items, {
    title: texts.title(),
    placeHolder: t('Select the program that it is for'),
    matchOnDescription: true,
  });
  return chosen?.skeleton;
}

async function askName(folder: vscode.Uri, skeleton: AgentSkeleton): Promise<string | undefined> {
  const texts = textsFor[skeleton.subject];
  return vscode.window.showInputBox({
    title: texts.titleFor(skeleton.hostName),
    prompt: texts.prompt(),
    // Screen readers announce it as the label of the input.
    placeHolder: texts.example(),
    validateInput: async (name) => {
      const problem = nameProblem(name);
      if (problem !== undefined) return problem;
      const file = fileOf(folder, skeleton, name);
      const isTaken = await exists(file);
      return isTaken ? t('{0} already exists.', vscode.workspace.asRelativePath(file)) : undefined;
    },
  });
}

const textsFor: Readonly<Record<AgentSkeleton['subject'], Texts>> = {
  agent: {
    title: () => t('New Agent'),
    titleFor: (host) => t('New Agent for {0}', host),
    prompt: () => t('Enter a name for the agent and its file'),
    example: () => t('Agent name, for example {0}', exampleName),
  },
  skill: {
    title: () => t('New Skill'),
    titleFor: (host) => t('New Skill for {0}', host),
    prompt: () => t('Enter a name for the skill and its folder'),
    example: () => t('Name, for example {0}', 'deploy'),
  },
  command: {
    title: () => t('New Command'),
    titleFor: (host) => t('New Command for {0}', host),
    prompt: () => t('Enter a name for the command and its file'),
    example: () => t('Name, for example {0}', 'review'),
  },
};

interface Texts {
  readonly title: () => string;
  readonly titleFor: (host: string) => string;
  readonly prompt: () => string;
  readonly example: () => string;
}

function fileOf(folder: vscode.Uri, skeleton: AgentSkeleton, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, withName(skeleton.path, name));
}

async function create(file: vscode.Uri, text: string): Promise<void> {
  if (!(await createFiles([{ uri: file, text: '' }]))) return;
  const editor = await vscode.window.showTextDocument(file, { ...columnFor(file), preview: false });
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}
