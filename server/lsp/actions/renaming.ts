// Converts a rename to a workspace edit. Effects that would be easy to miss are reported: as an annotation
// that the user has to confirm, or in a message if the editor does not support annotations.

import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Renaming } from '../../features/renaming/rename';
import type { Edit } from '../../text/edit';
import { composed, joined, type Message, t } from '../../text/message';
import { translated, type Untranslated } from '../../text/translated';
import { makeEditFor } from '../answers/workspace-edit';
import { canAnnotate, canMoveFiles } from '../client';
import { movedUri } from '../documents/uri';
import { ErrorCodes, MessageType, ResponseError, ShowMessageNotification } from '../library';
import type { Session, Talk, Texts } from '../session';

const annotationId = 'upsets';
const mentionId = 'mentions';

/** Returns the edit, or an error if a file would have to be moved and the editor does not support that. */
export function renamingEdit(
  session: Talk & Texts,
  { edits, moves, uncertain, upsets }: Renaming,
): WorkspaceEdit | ResponseError<void> {
  const { connection, client, open } = session;
  if (moves.length > 0 && !canMoveFiles(client))
    return new ResponseError(
      ErrorCodes.InvalidParams,
      client.translate(
        t(
          'Cannot rename this agent: its name comes from the file path, and this editor does not support file renames.',
        ),
      ),
    );
  const mayAnnotate = canAnnotate(client);
  if (upsets.length > 0 && !mayAnnotate)
    connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: client.translate(composed`${annotation.label}. ${describe(upsets)}`),
    });
  const isAnnotated = upsets.length > 0 && mayAnnotate;
  const marked = isAnnotated ? { annotationId } : {};
  const changed = encodedEdits(session, edits, marked);
  const hasMentions = mayAnnotate && uncertain.size > 0;
  if (hasMentions)
    for (const [uri, list] of encodedEdits(session, uncertain, { annotationId: mentionId }))
      changed.set(uri, [...(changed.get(uri) ?? []), ...list]);
  return makeEditFor(session)(changed, {
    moves: moves.map(({ from, to }) => ({
      kind: 'rename',
      oldUri: open.uriOf(from),
      newUri: movedUri(open.uriOf(from), to),
      options: { overwrite: false },
      ...marked,
    })),
    ...((isAnnotated || hasMentions) && {
      annotations: translated(
        {
          ...(isAnnotated && { [annotationId]: { ...annotation, description: describe(upsets) } }),
          ...(hasMentions && { [mentionId]: mentionAnnotation }),
        },
        client.translate,
      ),
    }),
  });
}

/** Returns the edits by URI, without those of files that cannot be read. */
export function encodedEdits(
  { locate, open }: Pick<Session, 'locate' | 'open'>,
  edits: ReadonlyMap<string, readonly Edit[]>,
  marked: Partial<Pick<AnnotatedTextEdit, 'annotationId'>> = {},
): Map<string, readonly TextEdit[]> {
  return new Map(
    [...edits].map(([path, list]) => [
      open.uriOf(path),
      list.flatMap(({ span, text }): TextEdit[] => {
        const place = locate(path, span);
        return place ? [{ range: place.range, newText: text, ...marked }] : [];
      }),
    ]),
  );
}

const mentionAnnotation: Untranslated<ChangeAnnotation> = {
  label: t('Words that may name the agent'),
  description: t('No program follows these mentions, but models read them.'),
  needsConfirmation: true,
};

/** All edits share this annotation, so that the rename is confirmed as a whole: a partial one breaks references. */
const annotation: Untranslated<ChangeAnnotation> = {
  label: t('Pattern rules apply differently to the new name'),
  needsConfirmation: true,
};

const most = 5;

const describe = (upsets: readonly Message[]): Message =>
  joined([
    ...upsets.slice(0, most),
    ...(upsets.length > most ? [t('{count} more.', { count: upsets.length - most })] : []),
  ]);
