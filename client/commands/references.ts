import * as vscode from 'vscode';
import type { Location, Position, ReferenceParams } from 'vscode-languageclient';
import { referencesCommand, renameAgentCommand } from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import type { Server } from '../server';
import { type Command, targetOf } from './command';

/** Lists the references to an agent. The lens passes the document and the position in it. */
export const showReferences: Command = {
  id: referencesCommand,
  async run({ server }, argument, at) {
    const uri = targetOf(argument);
    if (uri) await listReferences(server, uri, isPosition(at) ? at : { line: 0, character: 0 });
  },
};

/** Shows the references in the peek view of the editor, and opens the document if needed. */
export async function listReferences(
  server: Server,
  uri: vscode.Uri,
  position: Position,
): Promise<void> {
  // The server only answers for open documents.
  await vscode.workspace.openTextDocument(uri);
  const params: ReferenceParams = {
    textDocument: { uri: uri.toString() },
    position,
    context: { includeDeclaration: false },
  };
  const found = await server.request<readonly Location[] | null>('textDocument/references', params);
  if (!found || found.length === 0) {
    void showInformation(t('No other agent references this one.'));
    return;
  }
  const { line, character } = position;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    uri,
    new vscode.Position(line, character),
    found.map(({ uri: file, range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(file), range);
    }),
  );
}

/** Starts a rename at the position of the agent name. */
export const renameAgent: Command = {
  id: renameAgentCommand,
  async run(_, argument, at) {
    const uri = targetOf(argument);
    if (!uri || !isPosition(at)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const position = new vscode.Position(at.line, at.character);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.rename');
  },
};

const isPosition = (argument: unknown): argument is Position =>
  typeof argument === 'object' &&
  argument !== null &&
  'line' in argument &&
  'character' in argument;
