// Converts a rename to a workspace edit. Effects that would be easy to miss are reported: as an annotation
// that the user has to confirm, or in a message if the editor does not support annotations.

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Renaming } from '../features/rename';
import type { Edit } from '../text/edit';
import { t } from '../text/l10n';
import { canAnnotate, canMoveFiles } from './client';
import { ErrorCodes, MessageType, ResponseError, ShowMessageNotification } from './library';
import type { Session } from './session';
import { movedUri } from './uri';
import { makeEditFor } from './workspace-edit';

const annotationId = 'upsets';

/** Returns the edit, or an error if a file would have to be moved and the editor does not support that. */
export function renamingEdit(
  session: Session,
  { edits, moves, upsets }: Renaming,
): WorkspaceEdit | ResponseError<void> {
  const { connection, client, locate, open } = session;
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
      message: `${annotation().label}. ${describe(upsets)}`,
    });
  const marked = isAnnotated ? { annotationId } : {};
  const changed = [...edits].map(([path, list]): readonly [string, readonly TextEdit[]] => [
    open.uriOf(path),
    list.flatMap(({ span, text }: Edit): (TextEdit | AnnotatedTextEdit)[] => {
      const place = locate(path, span);
      return place ? [{ range: place.range, newText: text, ...marked }] : [];
    }),
  ]);
  return makeEditFor(session)(changed, {
    moves: moves.map(({ from, to }) => ({
      kind: 'rename',
      oldUri: open.uriOf(from),
      newUri: movedUri(open.uriOf(from), to),
      options: { overwrite: false },
      ...marked,
    })),
    ...(isAnnotated && {
      annotations: { [annotationId]: { ...annotation(), description: describe(upsets) } },
    }),
  });
}

/** All edits share this annotation, so that the rename is confirmed as a whole: a partial one breaks references. */
const annotation = (): ChangeAnnotation => ({
  label: t('Pattern rules apply differently to the new name'),
  needsConfirmation: true,
});

const most = 5;

const describe = (upsets: readonly string[]): string =>
  [
    ...upsets.slice(0, most),
    ...(upsets.length > most ? [t('{count} more.', { count: upsets.length - most })] : []),
  ].join(' ');
