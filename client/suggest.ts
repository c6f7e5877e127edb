// VS Code does not open the suggest list at letters in Markdown. In the frontmatter of an agent file it is what an author
// expects, so it is opened at the first letter of a word there. An author who has set quick suggestions for Markdown is
// left alone.
import * as vscode from 'vscode';
import type { AgentDocuments } from './agent-documents';
import { beginsWord, isInFrontmatter } from './suggest-place';

export function suggestInMarkdown(documents: AgentDocuments): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...more] = contentChanges;
    if (reason !== undefined || !change || more.length > 0 || change.text.length !== 1) return;
    if (document.languageId !== 'markdown' || !documents.has(document)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { line, character } = change.range.start;
    if (!beginsWord(document.lineAt(line).text, character)) return;
    if (!isInFrontmatter((at) => document.lineAt(at).text, document.lineCount, line)) return;
    if (isDecidedByUser(document)) return;
    // The edit is sent to the server by another listener of the same event; the caret moves after it.
    setTimeout(() => {
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }, 0);
  });
}

/** Quick suggestions are off in Markdown by VS Code's own default only. */
function isDecidedByUser(document: vscode.TextDocument): boolean {
  const scope = { uri: document.uri, languageId: document.languageId };
  const set = vscode.workspace.getConfiguration('editor', scope).inspect('quickSuggestions');
  return (
    set?.globalLanguageValue !== undefined ||
    set?.workspaceLanguageValue !== undefined ||
    set?.workspaceFolderLanguageValue !== undefined
  );
}
