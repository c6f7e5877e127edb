// Sends each change of a document once. The library sends it for every registration that matches, and a file that a team includes as an
// agent may also match one of files that reference agents. The server would insert the typed text twice.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** Applies to all documents of the client. */
export function sendEachChangeOnce(client: Pick<BaseLanguageClient, 'middleware'>): void {
  const sent = new WeakSet<vscode.TextDocumentChangeEvent>();
  Object.assign(client.middleware, {
    didChange: async (
      event: vscode.TextDocumentChangeEvent,
      next: (event: vscode.TextDocumentChangeEvent) => Promise<void>,
    ): Promise<void> => {
      if (sent.has(event)) return;
      sent.add(event);
      await next(event);
    },
  });
}
