// Pages that are made, not kept: read-only, and closed without a question. The preview renders them as it does files.
import * as vscode from 'vscode';
import { explainMethod } from '../server/protocol';
import type { Server } from './server';
import { t } from './words';

const scheme = 'dossier-fates';

/** The page of a document; its name is what the tab shows. */
export function explanationOf(document: vscode.Uri): vscode.Uri {
  const nameAt = document.path.lastIndexOf('/') + 1;
  return vscode.Uri.from({
    scheme,
    path: `${document.path.slice(0, nameAt)}${t('{0} in every host', document.path.slice(nameAt))}.md`,
    query: document.toString(),
  });
}

/** Longer than from one key to the next. */
const restMs = 300;

/** Serves the pages, and writes them anew when the author of their document rests. */
export function provideExplanations(server: Server): vscode.Disposable {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  let resting: ReturnType<typeof setTimeout> | undefined;
  const pageOf = (document: vscode.Uri): vscode.Uri | undefined =>
    vscode.workspace.textDocuments.find(
      ({ uri }) => uri.scheme === scheme && uri.query === document.toString(),
    )?.uri;
  return vscode.Disposable.from(
    changes,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changes.event,
      async provideTextDocumentContent({ query }) {
        // Open documents are what the server knows.
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
      clearTimeout(resting);
      resting = setTimeout(() => changes.fire(page), restMs);
    }),
    new vscode.Disposable(() => clearTimeout(resting)),
  );
}
