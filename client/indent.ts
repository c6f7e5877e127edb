// Enter after the colon of a key such as `permission:` indents the next line, as in a YAML file. Agent files are Markdown, whose
// editor does not. The edit is undone together with Enter, and the editor rejects it where something was typed in the meantime.
import * as vscode from 'vscode';
import { type IndentationParams, indentationMethod } from '../server/protocol/protocol';
import type { AgentDocuments } from './agent-documents';
import type { Server } from './server';

export const indentBelowKeys = (server: Server, documents: AgentDocuments): vscode.Disposable =>
  vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...more] = contentChanges;
    if (reason !== undefined || !change || more.length > 0) return;
    if (!/^\r?\n[ ]*$/.test(change.text) || !change.range.isEmpty) return;
    if (!documents.has(document) || server.state !== 'running') return;
    const { line } = change.range.start;
    if (!/:[ ]*$/.test(document.lineAt(line).text)) return;
    // Deferred, because another listener of this event sends the edit to the server, and the caret moves afterwards.
    setTimeout(() => void indent(server, document, line + 1), 0);
  });

/** Nothing, or the beginning of a word, was typed after `text`. */
const isBegun = (before: string, text: string): boolean =>
  before.startsWith(text) && /^[\w-]*$/.test(before.slice(text.length));

async function indent(server: Server, document: vscode.TextDocument, line: number): Promise<void> {
  if (line >= document.lineCount) return;
  const { text } = document.lineAt(line);
  const position = { line, character: text.length };
  const params: IndentationParams = { uri: document.uri.toString(), position };
  const spaces = await server.request<string>(indentationMethod, params).catch(() => '');
  // An edit is rejected where the author types in the meantime.
  for (let attempt = 0; spaces !== '' && attempt < 5; attempt++) {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || editor.selections.length > 1) return;
    if (line >= document.lineCount) return;
    const { active, isEmpty } = editor.selection;
    const before = document.lineAt(line).text.slice(0, active.character);
    if (!isEmpty || active.line !== line || !isBegun(before, text)) return;
    const options = { undoStopBefore: false, undoStopAfter: false };
    const start = new vscode.Position(line, 0);
    if (await editor.edit((edit) => edit.insert(start, spaces), options)) {
      if (before === text) await vscode.commands.executeCommand('editor.action.triggerSuggest');
      return;
    }
  }
}
