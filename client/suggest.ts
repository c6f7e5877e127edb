// By default, VS Code does not show quick suggestions in Markdown, nor in strings. They are expected in the frontmatter of agent
// files and in the values of TOML, so they are triggered at the first letter of a word there, unless the user has configured quick
// suggestions for the language.
import * as vscode from 'vscode';
import type { AgentDocuments } from './agent-documents';

/** How many lists have been triggered here and not been requested yet. */
let triggers = 0;

/** Whether a request for completion may come from here, and not from the author. */
export const isTriggering = (): boolean => triggers > 0;

/** No text matches it. Its range is the whole text before the caret, because VS Code shows every suggestion for an empty range. */
export function neverShown(position: vscode.Position): vscode.CompletionItem {
  return {
    label: ' ',
    filterText: '\0',
    insertText: '',
    range: new vscode.Range(position.with({ character: 0 }), position),
  };
}

export function suggestAtWords(documents: AgentDocuments): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...more] = contentChanges;
    if (reason !== undefined || !change || more.length > 0 || change.text.length !== 1) return;
    const { languageId } = document;
    if ((languageId !== 'markdown' && languageId !== 'toml') || !documents.has(document)) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const { line, character } = change.range.start;
    if (!isWordStart(document.lineAt(line).text, character)) return;
    const isExpected =
      languageId === 'toml'
        ? isInValue(document.lineAt(line).text.slice(0, character))
        : isInFrontmatter((index) => document.lineAt(index).text, document.lineCount, line);
    if (!isExpected) return;
    if (isDecidedByUser(document)) return;
    // Deferred, because another listener of this event sends the edit to the server, and the caret moves afterwards.
    setTimeout(() => {
      triggers++;
      vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true }).then(
        () => triggers--,
        () => triggers--,
      );
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

/** Longer frontmatter is not supported, to limit the cost of each keystroke. */
const maxLines = 300;

/** Whether the character at `index` is the first letter of a word: at the start of the line, or after a space, quote or bracket. */
const isWordStart = (line: string, index: number): boolean =>
  /[A-Za-z]/.test(line.charAt(index)) && !/[\w./-]/.test(line.charAt(index - 1));

/** Whether a string of one line begins at the end of this part of a line of TOML, as the value of a key or in a list. */
const isInValue = (before: string): boolean =>
  /^\s*[\w."'-]+\s*=\s*(?:\[[^\]]*)?["']$/.test(before) && !/(["'])\1\1/.test(before);

/** Whether the line is between the opening `---` and the closing one, or after the opening one if there is no closing one yet. */
function isInFrontmatter(
  lineAt: (line: number) => string,
  lineCount: number,
  line: number,
): boolean {
  if (line === 0 || line > maxLines || lineCount === 0) return false;
  if (!isFence(lineAt(0).replace(/^\uFEFF/, ''))) return false;
  for (let current = 1; current <= line; current++) if (isFence(lineAt(current))) return false;
  return true;
}

const isFence = (line: string): boolean => /^---\s*$/.test(line);
