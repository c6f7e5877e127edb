// Reads the edits that the server proposes as an editor would apply them.
import type {
  AnnotatedTextEdit,
  RenameFile,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

type OneEdit = TextEdit | AnnotatedTextEdit;

/** The edits by URI, in whichever form the client supports. */
export function editsByUri(edit: WorkspaceEdit | null | undefined): Record<string, OneEdit[]> {
  const found: Record<string, OneEdit[]> = { ...edit?.changes };
  for (const change of edit?.documentChanges ?? [])
    if ('edits' in change) {
      const { uri } = change.textDocument;
      found[uri] = [...(found[uri] ?? []), ...change.edits.filter((one) => 'newText' in one)];
    }
  return found;
}

/** The versions for which edits were computed, by URI; null for files that are not open. */
export const versionsByUri = (
  edit: WorkspaceEdit | null | undefined,
): Record<string, number | null> =>
  Object.fromEntries(
    (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? [[change.textDocument.uri, change.textDocument.version]] : [],
    ),
  );

export const movesIn = (edit: WorkspaceEdit | null | undefined): RenameFile[] =>
  (edit?.documentChanges ?? []).filter(
    (change): change is RenameFile => 'kind' in change && change.kind === 'rename',
  );

/** The text after the edits. */
export const textAfter = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create('file:///it.md', 'markdown', 0, text), [...edits]);
