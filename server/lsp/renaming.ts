// A rename as an edit of the workspace. What nobody would see in it is said: at the edit itself, which the author then has to
// agree to, or in a message where the editor cannot ask.

import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Renaming } from '../features/rename';
import type { Edit } from '../text/edit';
import { t } from '../text/l10n';
import { canAnnotate, canMoveFiles } from './client';
import { ErrorCodes, MessageType, ResponseError, ShowMessageNotification } from './library';
import type { Session } from './session';
import { uriOf } from './uri';

const annotationId = 'upsets';

/** An error where a file would have to move and the editor cannot do that. */
export function renamingEdit(
  { connection, client, locate, open }: Session,
  { edits, moves, upsets }: Renaming,
): WorkspaceEdit | ResponseError<void> {
  if (moves.length > 0 && !canMoveFiles(client))
    return new ResponseError(
      ErrorCodes.InvalidParams,
      t(
        'Cannot rename this agent: its name comes from the file path, and this editor does not support file renames.',
      ),
    );
  const isAnnotated = upsets.length > 0 && canAnnotate(client);
  if (upsets.length > 0 && !isAnnotated)
    connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: `${annotation().label}. ${saying(upsets)}`,
    });
  const marked = isAnnotated ? { annotationId } : {};
  const changed = [...edits].map(([path, list]): TextDocumentEdit => {
    const uri = uriOf(path);
    return {
      textDocument: { uri, version: open.get(uri)?.version ?? null },
      edits: list.flatMap(({ span, text }: Edit) => {
        const place = locate(path, span);
        return place ? [{ range: place.range, newText: text, ...marked }] : [];
      }),
    };
  });
  // Texts first: a file that has moved is no longer where they speak of.
  return {
    documentChanges: [
      ...changed,
      ...moves.map(({ from, to }) => ({
        kind: 'rename' as const,
        oldUri: uriOf(from),
        newUri: uriOf(to),
        options: { overwrite: false },
        ...marked,
      })),
    ],
    ...(isAnnotated && {
      changeAnnotations: { [annotationId]: { ...annotation(), description: saying(upsets) } },
    }),
  };
}

/** All or nothing: half a rename is worse than any. */
const annotation = (): ChangeAnnotation => ({
  label: t('Pattern rules apply differently to the new name'),
  needsConfirmation: true,
});

const most = 5;

const saying = (upsets: readonly string[]): string =>
  [
    ...upsets.slice(0, most),
    ...(upsets.length > most ? [t('{count} more.', { count: upsets.length - most })] : []),
  ].join(' ');
