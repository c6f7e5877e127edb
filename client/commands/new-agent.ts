import * as vscode from 'vscode';
import { type Skeleton, skeletonsMethod } from '../../server/protocol';
import type { Server } from '../server';
import { nameFlaw, withName } from './agent-name';
import type { Command } from './command';

/** Asks for a host and a name and makes the agent's file in the host's folder. A file that exists is never touched. */
export const newAgent: Command = {
  id: 'dossier.newAgent',
  async run({ server }) {
    const folder = await chooseFolder();
    if (!folder) return;
    const skeleton = await chooseHost(await skeletonsOf(server));
    if (skeleton) await make(folder, skeleton);
  },
};

/** Makes one in a folder that programs read already, for one of them. */
export async function newAgentIn(
  server: Server,
  folder: vscode.Uri,
  hosts: readonly string[],
): Promise<void> {
  const skeletons = (await skeletonsOf(server)).map((skeleton) => ({
    ...skeleton,
    path: skeleton.path.slice(skeleton.path.lastIndexOf('/') + 1),
  }));
  const fitting = skeletons.filter(({ host }) => hosts.includes(host));
  const [only, ...others] = fitting;
  const skeleton =
    only && others.length === 0 ? only : await chooseHost(only ? fitting : skeletons);
  if (skeleton) await make(folder, skeleton);
}

const skeletonsOf = (server: Server): Promise<readonly Skeleton[]> =>
  server.request<readonly Skeleton[]>(skeletonsMethod, {});

async function make(folder: vscode.Uri, skeleton: Skeleton): Promise<void> {
  const name = await askName(folder, skeleton);
  if (name === undefined) return;
  await create(fileOf(folder, skeleton, name), withName(skeleton.text, name));
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (!first) {
    const open = 'Open Folder';
    const chosen = await vscode.window.showInformationMessage(
      'Agents live in the folder of a project. Open one first.',
      open,
    );
    if (chosen === open) await vscode.commands.executeCommand('vscode.openFolder');
    return undefined;
  }
  if (folders.length === 1) return first.uri;
  const chosen = await vscode.window.showWorkspaceFolderPick({
    placeHolder: 'Project of the new agent',
  });
  return chosen?.uri;
}

async function chooseHost(skeletons: readonly Skeleton[]): Promise<Skeleton | undefined> {
  const items = skeletons.map((skeleton) => ({
    label: skeleton.hostName,
    description: withName(skeleton.path, '…'),
    skeleton,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'New agent',
    placeHolder: 'Which program is the agent for?',
    matchOnDescription: true,
  });
  return chosen?.skeleton;
}

async function askName(folder: vscode.Uri, skeleton: Skeleton): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `New agent for ${skeleton.hostName}`,
    prompt: 'What it is called, and what its file is called.',
    placeHolder: 'code-reviewer',
    validateInput: async (name) => {
      const flaw = nameFlaw(name);
      if (flaw !== undefined) return flaw;
      const file = fileOf(folder, skeleton, name);
      const taken = await exists(file);
      return taken
        ? `There is already an agent in ${vscode.workspace.asRelativePath(file)}.`
        : undefined;
    },
  });
}

function fileOf(folder: vscode.Uri, skeleton: Skeleton, name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, withName(skeleton.path, name));
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function create(file: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false, ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      `${vscode.workspace.asRelativePath(file)} could not be made.`,
    );
    return;
  }
  const editor = await vscode.window.showTextDocument(file);
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}
