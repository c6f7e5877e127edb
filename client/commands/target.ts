// Determines the document that a command applies to: its argument, or the active document.
import * as vscode from 'vscode';

/** The URI from a menu, from a code lens (as a string) or from the active editor. */
export function targetOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') return vscode.Uri.parse(argument);
  return vscode.window.activeTextEditor?.document.uri;
}
