// Actions of an author through the interface of VS Code. The caret is `|` in a piece of the text.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const root = (): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
};

export const uriOf = (file: string): vscode.Uri => vscode.Uri.joinPath(root(), file);

export async function open(
  file: string,
  options: vscode.TextDocumentShowOptions = {},
): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uriOf(file));
  await vscode.window.showTextDocument(document, options);
  return document;
}

/** The position of `|`: `at(document, 'model: |')`. */
export function at(document: vscode.TextDocument, marked: string): vscode.Position {
  const caret = marked.indexOf('|');
  assert.ok(caret >= 0, `no caret in ${marked}`);
  const found = document.getText().indexOf(marked.replace('|', ''));
  assert.ok(found >= 0, `no ${marked} in ${document.uri.path}`);
  return document.positionAt(found + caret);
}

export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | null | false | Promise<Answer | undefined | null | false>,
  ms = 20000,
): Promise<Answer> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`no ${what} within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The source names the host behind our own name: `Dossier · Claude Code`. */
export const isOurs = ({ source }: vscode.Diagnostic): boolean => /^dossier\b/i.test(source ?? '');

export interface Reported {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** The text that is underlined. */
  readonly under: string;
  readonly message: string;
  readonly rule: string;
  readonly diagnostic: vscode.Diagnostic;
}

const severities = ['error', 'warning', 'information', 'hint'] as const;

function diagnosticsOf(document: vscode.TextDocument): readonly Reported[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(isOurs)
    .map((diagnostic) => ({
      severity: severities[diagnostic.severity],
      under: document.getText(diagnostic.range),
      message: diagnostic.message,
      rule: String(
        typeof diagnostic.code === 'object' ? diagnostic.code.value : (diagnostic.code ?? ''),
      ),
      diagnostic,
    }));
}

/** Our findings of the document, once they are there and have not changed for a while. */
export async function findings(document: vscode.TextDocument): Promise<readonly Reported[]> {
  await until('findings', () => diagnosticsOf(document).length > 0);
  return settled(document);
}

/** Our findings after a time in which nothing changed; also where there are none. */
export async function settled(document: vscode.TextDocument): Promise<readonly Reported[]> {
  let before = JSON.stringify(diagnosticsOf(document));
  for (let same = 0; same < 6; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const now = JSON.stringify(diagnosticsOf(document));
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return diagnosticsOf(document);
}

export async function completions(
  document: vscode.TextDocument,
  marked: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at(document, marked),
  );
  // Words of the open documents are no answer of anyone's.
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

export const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;

/** Waits until the server answers, for a first completion may come before it runs. */
export async function offers(
  document: vscode.TextDocument,
  marked: string,
  ...labels: readonly string[]
): Promise<readonly vscode.CompletionItem[]> {
  return until(`offer of ${labels.join(', ')} at ${marked}`, async () => {
    const items = await completions(document, marked);
    const there = new Set(items.map(labelOf));
    return labels.every((label) => there.has(label)) && items;
  });
}

export async function hoverText(document: vscode.TextDocument, marked: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    at(document, marked),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<(vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind?.value,
    20,
  );
  return all.filter((action): action is vscode.CodeAction => 'edit' in action && !!action.edit);
}

/** Applies the action's edit and gives the whole text; the document is put back. */
export async function after(
  document: vscode.TextDocument,
  action: vscode.CodeAction,
): Promise<string> {
  assert.ok(action.edit, `${action.title} edits`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), `${action.title} applies`);
  const text = document.getText();
  // A fix of a kind for the whole workspace edits other files too.
  for (const [uri] of action.edit.entries())
    if (uri.toString() !== document.uri.toString())
      await revert(await vscode.workspace.openTextDocument(uri));
  await revert(document);
  return text;
}

export async function revert(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Types behind the caret as an edit of the document, without the keyboard. */
export async function insert(
  document: vscode.TextDocument,
  marked: string,
  text: string,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at(document, marked), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
