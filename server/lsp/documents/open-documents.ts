// The documents that the client has open. A client may spell the URI of a document differently from the server, and differently
// from one message to the next, so documents are found by their path. Answers use the spelling with which the client opened them.
import type { TextDocuments, TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { TextDocuments as LibraryDocuments } from '../library';
import { type Folder, folderOf } from './folders';
import { encoded, isFileUri, keyOf, pathOf, uriOf } from './uri';

type Library = TextDocuments<TextDocument>;
type TextDocumentConnection = Parameters<Library['listen']>[0];

export interface OpenDocuments
  extends Pick<
    Library,
    'all' | 'onDidOpen' | 'onDidChangeContent' | 'onWillSave' | 'onDidSave' | 'onDidClose'
  > {
  /** Returns the document with this URI, in any spelling. */
  readonly get: (uri: string) => TextDocument | undefined;
  /** Returns the document of a file, if the file is open. */
  readonly at: (path: string) => TextDocument | undefined;
  /**
   * Returns the URI of a file as the client spells it: with the spelling of its document if the file has been opened, else with
   * that of its workspace folder.
   */
  readonly uriOf: (path: string) => string;
  readonly listen: (connection: TextDocumentConnection) => void;
}

interface Identified {
  readonly textDocument: { readonly uri: string };
}

/** @param folders Returns the workspace folders. */
export function openDocuments(
  configuration: TextDocumentsConfiguration<TextDocument>,
  folders: () => readonly Folder[],
): OpenDocuments {
  const library: Library = new LibraryDocuments(configuration);
  /** The URIs of the open documents by key. Two spellings may be open at the same time, the last one is used. */
  const opened = new Map<string, readonly string[]>();
  /** The last spelling of each file that the client has opened. */
  const spellings = new Map<string, string>();

  const note = (uri: string): void => {
    const key = keyOf(uri);
    const others = (opened.get(key) ?? []).filter((one) => one !== uri);
    opened.set(key, [...others, uri]);
    if (isFileUri(uri)) spellings.set(pathOf(uri), uri);
  };
  const drop = (uri: string): void => {
    const key = keyOf(uri);
    const others = (opened.get(key) ?? []).filter((one) => one !== uri);
    if (others.length > 0) opened.set(key, others);
    else opened.delete(key);
  };
  /** Returns the spelling with which the document was opened. */
  const asOpened = (uri: string): string => {
    if (library.get(uri)) return uri;
    return opened.get(keyOf(uri))?.at(-1) ?? uri;
  };
  const respelled = <T extends Identified>(params: T): T => {
    const { uri } = params.textDocument;
    const spelling = asOpened(uri);
    return spelling === uri
      ? params
      : { ...params, textDocument: { ...params.textDocument, uri: spelling } };
  };

  return {
    all: () => library.all(),
    onDidOpen: library.onDidOpen,
    onDidChangeContent: library.onDidChangeContent,
    onWillSave: library.onWillSave,
    onDidSave: library.onDidSave,
    onDidClose: library.onDidClose,
    get: (uri) => library.get(asOpened(uri)),
    at(path) {
      const uri = opened.get(`file:${path}`)?.at(-1);
      return uri === undefined ? undefined : library.get(uri);
    },
    uriOf(path) {
      const spelling = spellings.get(path);
      if (spelling !== undefined) return spelling;
      const folder = folderOf(path, folders());
      if (!folder || !isFileUri(folder.uri)) return uriOf(path);
      const uri = `${folder.uri.replace(/\/$/, '')}${encoded(path.slice(folder.path.length))}`;
      return pathOf(uri) === path ? uri : uriOf(path);
    },
    listen(connection) {
      library.listen({
        ...noopListeners,
        onDidOpenTextDocument: (handle) =>
          connection.onDidOpenTextDocument((params) => {
            note(params.textDocument.uri);
            return handle(params);
          }),
        onDidChangeTextDocument: (handle) =>
          connection.onDidChangeTextDocument((params) => handle(respelled(params))),
        onWillSaveTextDocument: (handle) =>
          connection.onWillSaveTextDocument((params) => handle(respelled(params))),
        onDidSaveTextDocument: (handle) =>
          connection.onDidSaveTextDocument((params) => handle(respelled(params))),
        onDidCloseTextDocument: (handle) =>
          connection.onDidCloseTextDocument((params) => {
            const closed = respelled(params);
            drop(closed.textDocument.uri);
            return handle(closed);
          }),
      });
    },
  };
}

const disposable = { dispose: () => undefined };

/** The server is not asked for edits before a document is saved. */
const noopListeners: Pick<TextDocumentConnection, 'onWillSaveTextDocumentWaitUntil'> = {
  onWillSaveTextDocumentWaitUntil: () => disposable,
};
