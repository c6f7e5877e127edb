// Edits of files in the form that the client supports. Edits of open documents carry their version, so that a client does not
// apply them to a document that has changed since.
import type {
  ChangeAnnotation,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { hasVersionedEdits } from '../client';
import type { Session } from '../session';

/** Edits by the URIs of the files. */
export type Changes = Iterable<readonly [uri: string, edits: readonly TextEdit[]]>;

export type MakeEdit = (changes: Changes, more?: MoreChanges) => WorkspaceEdit;

/** Changes that only some clients support, so callers check the capabilities first. */
interface MoreChanges {
  /** Applied after the edits, which refer to the old paths. */
  readonly moves?: readonly RenameFile[];
  readonly annotations?: Readonly<Record<string, ChangeAnnotation>>;
}

export const makeEditFor =
  ({ client, open }: Pick<Session, 'client' | 'open'>): MakeEdit =>
  (changes, { moves = [], annotations } = {}) => {
    if (!hasVersionedEdits(client))
      return {
        changes: Object.fromEntries([...changes].map(([uri, edits]) => [uri, [...edits]])),
      };
    const edited = [...changes].map(([uri, edits]): TextDocumentEdit => {
      const document = open.get(uri);
      const textDocument = document
        ? { uri: document.uri, version: document.version }
        : { uri, version: null };
      return { textDocument, edits: [...edits] };
    });
    return {
      documentChanges: [...edited, ...moves],
      ...(annotations && { changeAnnotations: { ...annotations } }),
    };
  };
