// Serves generated pages as virtual documents. They are read-only, close without a prompt, and open in the Markdown preview.
import * as vscode from 'vscode';
import { explainMethod } from '../server/protocol/protocol';
import { fileNameOf } from './file-name';
import { t } from './l10n';
import type { Server } from './server';

const scheme = 'dossier-outcomes';

/** URI of the page for a document. Its file name is the title of the tab. */
export function explanationOf(document: vscode.Uri): vscode.Uri {
  const title = `${t('{0} in every program', fileNameOf(document.path))}.md`;
  const { path } = vscode.Uri.joinPath(document, '..', title);
  return vscode.Uri.from({ scheme, path, query: document.toString() });
}

/** Delay after the last edit, longer than the interval between two keystrokes. */
const debounceMs = 300;

/** Registers the pages, and refreshes them when edits to their document pause. */
export function provideExplanations(server: Server): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pageOf = (document: vscode.Uri): vscode.Uri | undefined =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === scheme && uri.query === document.toString(),
    )?.uri;
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changes.event,
      async provideTextDocumentContent({ query }) {
        // The server only knows open documents.
        await vscode.workspace.openTextDocument(vscode.Uri.parse(query));
        const page = await server.request<string | null>(explainMethod, { uri: query });
        return (
          page ?? `${t('No information about this file is available. Open the file first.')}\n`
        );
      },
    }),
    vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      const page = pageOf(uri);
      if (!page) return;
      clearTimeout(timer);
      timer = setTimeout(() => changes.fire(page), debounceMs);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
