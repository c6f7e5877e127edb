// Which document a command means: the one it was given, else the one in front of the author.
import * as vscode from 'vscode';

/** A URI from a menu, a code lens (as text) or, with neither, from the active editor. */
export function targetOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  if (typeof given === 'string') return vscode.Uri.parse(given);
  return vscode.window.activeTextEditor?.document.uri;
}
