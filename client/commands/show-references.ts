import * as vscode from 'vscode';
import type { Location, Position, ReferenceParams } from 'vscode-languageclient';
import { referencesCommand } from '../../server/protocol';
import type { Server } from '../server';
import { t } from '../words';
import type { Command } from './command';
import { targetOf } from './target';

/** Lists the places that name an agent. A lens gives the document and the position in it. */
export const showReferences: Command = {
  id: referencesCommand,
  async run({ server }, given, at) {
    const uri = targetOf(given);
    if (uri) await listReferences(server, uri, isPosition(at) ? at : { line: 0, character: 0 });
  },
};

/** In the editor's own list, over the document: it opens where it is not open yet. */
export async function listReferences(
  server: Server,
  uri: vscode.Uri,
  position: Position,
): Promise<void> {
  // The server answers for open documents.
  await vscode.workspace.openTextDocument(uri);
  const params: ReferenceParams = {
    textDocument: { uri: uri.toString() },
    position,
    context: { includeDeclaration: false },
  };
  const found = await server.request<readonly Location[] | null>('textDocument/references', params);
  if (!found || found.length === 0) {
    void vscode.window.showInformationMessage(t('No other agent references this one.'));
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

const isPosition = (given: unknown): given is Position =>
  typeof given === 'object' && given !== null && 'line' in given && 'character' in given;
