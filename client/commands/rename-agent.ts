import * as vscode from 'vscode';
import { renameAgentCommand } from '../../server/protocol';
import type { Command } from './command';
import { targetOf } from './target';

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

const isPosition = (argument: unknown): argument is { line: number; character: number } =>
  typeof argument === 'object' &&
  argument !== null &&
  'line' in argument &&
  'character' in argument;
