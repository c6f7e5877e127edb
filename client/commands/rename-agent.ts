import * as vscode from 'vscode';
import { renameAgentCommand } from '../../server/protocol';
import type { Command } from './command';
import { targetOf } from './target';

/** Asks for another name of an agent, at the position of its name. */
export const renameAgent: Command = {
  id: renameAgentCommand,
  async run(_, given, at) {
    const uri = targetOf(given);
    if (!uri || !isPosition(at)) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const position = new vscode.Position(at.line, at.character);
    editor.selection = new vscode.Selection(position, position);
    await vscode.commands.executeCommand('editor.action.rename');
  },
};

const isPosition = (given: unknown): given is { line: number; character: number } =>
  typeof given === 'object' && given !== null && 'line' in given && 'character' in given;
