// Open documents of a client, without a connection.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { openDocuments } from '../../server/lsp/documents/open-documents';

type Handler = (params: never) => void;

export function openingDocuments() {
  const handlers = new Map<string, Handler>();
  const on = (method: string) => (handle: Handler) => {
    handlers.set(method, handle);
    return { dispose: () => undefined };
  };
  const configuration = { create: TextDocument.create, update: TextDocument.update };
  const open = openDocuments(configuration, () => []);
  open.listen({
    onDidOpenTextDocument: on('open'),
    onDidChangeTextDocument: on('change'),
    onDidSaveTextDocument: on('save'),
    onDidCloseTextDocument: on('close'),
    onWillSaveTextDocument: on('will save'),
    onWillSaveTextDocumentWaitUntil: on('wait'),
  } as never);
  const send = (method: string, params: object): void => handlers.get(method)?.(params as never);
  return { open, send };
}
