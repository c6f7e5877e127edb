// Records the last edit of each open document. The protocol does not report the cursor position, but while
// the user types, the cursor is after the last edit.

import type {
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../../text/edit';
import type { Client } from '../client';
import { encodedDocument, updatedDocument } from './encoded-document';

export interface LastEdit {
  /** The versions of the document after and before the edit. */
  readonly version: number;
  readonly before: number;
  /**
   * Null if the text changed in several places or was replaced as a whole, because such a change was not
   * typed.
   */
  readonly change: TextChange | null;
}

export interface Edits {
  /** The document store configuration that records edits here. */
  readonly configuration: TextDocumentsConfiguration<TextDocument>;
  /** Returns the last edit, or undefined if the document was not edited since it was opened. */
  readonly lastOf: (uri: string) => LastEdit | undefined;
  readonly forget: (uri: string) => void;
}

export function editsOfDocuments(client: Pick<Client, 'encoding'>): Edits {
  const last = new Map<string, LastEdit>();
  return {
    configuration: {
      create: (uri, languageId, version, text) =>
        encodedDocument(client.encoding, uri, languageId, version, text),
      update(document, changes, version) {
        const { uri, version: before } = document;
        last.set(uri, { version, before, change: changeIn(document, changes) });
        return updatedDocument(document, changes, version);
      },
    },
    lastOf: (uri) => last.get(uri),
    forget: (uri) => void last.delete(uri),
  };
}

function changeIn(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): TextChange | null {
  const [only, ...more] = changes;
  if (!only || more.length > 0 || !('range' in only)) return null;
  return {
    start: document.offsetAt(only.range.start),
    end: document.offsetAt(only.range.end),
    length: only.text.length,
  };
}
