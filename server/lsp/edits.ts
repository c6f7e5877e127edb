// What the last edit of each open document was. The protocol does not tell where the caret is: an author who types has it
// behind the last edit.

import type {
  TextDocumentContentChangeEvent,
  TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../text/shift-offset';

export interface LastEdit {
  /** Of the document after it, and before. */
  readonly version: number;
  readonly before: number;
  /** Null where text changed in several places or as a whole: nobody types like that. */
  readonly change: TextChange | null;
}

export interface Edits {
  /** Documents whose edits are recorded here. */
  readonly configuration: TextDocumentsConfiguration<TextDocument>;
  /** The last edit; undefined for a document that was not edited since it was opened. */
  readonly lastOf: (uri: string) => LastEdit | undefined;
  readonly forget: (uri: string) => void;
}

export function editsOfDocuments(): Edits {
  const last = new Map<string, LastEdit>();
  return {
    configuration: {
      create: (uri, languageId, version, text) =>
        TextDocument.create(uri, languageId, version, text),
      update(document, changes, version) {
        const { uri, version: before } = document;
        last.set(uri, { version, before, change: changeIn(document, changes) });
        return TextDocument.update(document, changes, version);
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
