// Creates a version of an agent for another host: a new agent with everything prefilled, so that only its name is asked.
import * as vscode from 'vscode';
import {
  type NewAgentFiles,
  type NewAgentParams,
  type NewVersion,
  type NewVersionParams,
  newAgentFilesMethod,
  newVersionMethod,
} from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showError, showInformation } from '../notify';
import type { Server } from '../server';
import { nameProblem } from './agent-name';
import { createAll } from './create-files';

export async function createVersion(server: Server, params: NewVersionParams): Promise<void> {
  const made = await server.request<NewVersion | null>(newVersionMethod, params);
  if (!made) return;
  const { agent, hostName, notes } = made;
  const folder = folderOf(vscode.Uri.parse(params.uri));
  if (!folder) {
    void showInformation(t('Open a folder to create an agent in it.'));
    return;
  }
  const filesFor = (name: string): Promise<NewAgentFiles> => {
    const wanted: NewAgentParams = { ...agent, name, folder: folder.toString() };
    return server.request<NewAgentFiles>(newAgentFilesMethod, wanted);
  };
  const name = await vscode.window.showInputBox({
    title: t('Create the {0} Version', hostName),
    prompt: [t('Enter a name for the agent and its file.'), ...notes].join(' '),
    value: agent.name,
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const problem = nameProblem(text);
      if (problem !== undefined) return problem;
      const { error, warning } = await filesFor(text);
      if (error !== null) return error;
      return warning === null
        ? undefined
        : { message: warning, severity: vscode.InputBoxValidationSeverity.Warning };
    },
  });
  if (name === undefined) return;
  const { error, files } = await filesFor(name);
  if (error === null) await createAll(name, files);
  else void showError(error);
}

const folderOf = (uri: vscode.Uri): vscode.Uri | undefined =>
  (vscode.workspace.getWorkspaceFolder(uri) ?? vscode.workspace.workspaceFolders?.[0])?.uri;
