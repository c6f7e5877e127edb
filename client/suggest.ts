// By default, VS Code does not show quick suggestions in Markdown. They are expected in the frontmatter of agent files, so they
// are triggered at the first letter of a word there, unless the user has configured quick suggestions for Markdown.
import * as vscode from 'vscode';
import type { AgentDocuments } from './agent-documents';
import { isInFrontmatter, isWordStart } from './suggest-place';

export function suggestInMarkdown(documents: AgentDocuments): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...more] = contentChanges;
    if (reason !== undefined || !change || more.length > 0 || change.text.length !== 1) return;
    if (document.languageId !== 'markdown' || !documents.has(document)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { line, character } = change.range.start;
    if (!isWordStart(document.lineAt(line).text, character)) return;
    if (!isInFrontmatter((index) => document.lineAt(index).text, document.lineCount, line)) return;
    if (isDecidedByUser(document)) return;
    // Deferred, because another listener of this event sends the edit to the server, and the caret moves afterwards.
    setTimeout(() => {
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }, 0);
  });
}

/** Whether the user has configured quick suggestions, as opposed to the default of VS Code. */
function isDecidedByUser(document: vscode.TextDocument): boolean {
  const scope = { uri: document.uri, languageId: document.languageId };
  const set = vscode.workspace.getConfiguration('editor', scope).inspect('quickSuggestions');
  return (
    set?.globalLanguageValue !== undefined ||
    set?.workspaceLanguageValue !== undefined ||
    set?.workspaceFolderLanguageValue !== undefined
  );
}
