// How a row's file is opened: a configuration at the agent's own key.
import * as vscode from 'vscode';
import type { AgentItem } from '../../server/protocol';

export function openingOf({ start }: AgentItem): vscode.TextDocumentShowOptions {
  if (start === null) return {};
  const at = new vscode.Position(start.line, start.character);
  return { selection: new vscode.Range(at, at) };
}
