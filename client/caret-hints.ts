// Hides the inlay hint at which the caret is. VS Code attaches a hint to the text before it and moves it with what is typed
// there, so after Enter it would follow the caret to the next line.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The request whose provider is asked to refresh. */
const method = 'textDocument/inlayHint';

/** Applies to all hints of the client until disposed. */
export function hideHintsAtCaret(client: BaseLanguageClient): vscode.Disposable {
  /** The positions of the hints of the documents that were requested last, by URI. */
  const positions = new Map<string, readonly vscode.Position[]>();
  Object.assign(client.middleware, {
    provideInlayHints: async (
      document: vscode.TextDocument,
      range: vscode.Range,
      token: vscode.CancellationToken,
      next: (
        document: vscode.TextDocument,
        range: vscode.Range,
        token: vscode.CancellationToken,
      ) => vscode.ProviderResult<vscode.InlayHint[]>,
    ) => {
      const hints = (await next(document, range, token)) ?? [];
      positions.set(
        document.uri.toString(),
        hints.map(({ position }) => position),
      );
      const carets = caretsIn(document);
      return hints.filter(({ position }) => !carets.some((caret) => caret.isEqual(position)));
    },
  });
  /** The hint that is hidden in a document, by URI. */
  const hidden = new Map<string, string>();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      const uri = document.uri.toString();
      const carets = caretsIn(document);
      const now = (positions.get(uri) ?? [])
        .filter((position) => carets.some((caret) => caret.isEqual(position)))
        .map(({ line, character }) => `${line}:${character}`)
        .join();
      if (now === (hidden.get(uri) ?? '')) return;
      hidden.set(uri, now);
      client.getFeature(method).getProvider(document)?.onDidChangeInlayHints.fire();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      positions.delete(uri.toString());
      hidden.delete(uri.toString());
    }),
  );
}

const caretsIn = (document: vscode.TextDocument): readonly vscode.Position[] =>
  vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ selections }) => selections.map(({ active }) => active));
