// Renaming of agents, and of files whose paths are names of agents.
import type { CancellationToken, FileRename, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editsForMoves, type Move } from '../../features/renaming/move-edits';
import { rename, renameTargetAt } from '../../features/renaming/rename';
import type { View } from '../../features/view/view';
import { t } from '../../text/l10n';
import { encodedEdits, renamingEdit } from '../actions/renaming';
import { rangeOf } from '../answers/encode';
import { makeEditFor } from '../answers/workspace-edit';
import { requestCancelled } from '../connection-options';
import { pathOf } from '../documents/uri';
import { ErrorCodes, LSPErrorCodes, ResponseError } from '../library';
import type { Session } from '../session';

export function handleRenaming(session: Session): void {
  const { connection, client, documents, index, answer, open, surveyor } = session;
  /** Edits of a path go to its file, which a document of another file system, or a second copy, is not. */
  const isItsFile = (document: TextDocument, { path }: View): boolean => open.at(path) === document;
  const isReadOnly = (path: string): boolean =>
    !session.reach.isOurs(path) && client.folders.length > 0;
  /** Waits until all files are known as they are now. Returns false if the user has cancelled that. */
  const settle = async (token: CancellationToken): Promise<boolean> => {
    const isComplete = await surveyor.complete();
    if (!isComplete || token.isCancellationRequested) return false;
    surveyor.settle();
    // Other clients report changes on disk.
    if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return true;
    for (const path of [...index.paths()]) if (!open.at(path)) surveyor.refresh(path);
    return true;
  };
  /** A file at another path than that of the view is read under the same settings. */
  const viewsAs =
    (like?: View) =>
    (path: string, text?: string): View | null => {
      const now = text ?? session.textAt(path);
      if (now === null) return null;
      return path === like?.path ? like.withText(now) : documents.viewAt(path, now, like?.settings);
    };

  connection.onPrepareRename(({ textDocument: { uri }, position }) => {
    surveyor.settle();
    return answer(uri, 'rename', null, (document, view) => {
      if (!isItsFile(document, view)) return null;
      const found = renameTargetAt(view, document.offsetAt(position), index);
      return found && { range: rangeOf(document, found.span), placeholder: found.name };
    });
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }, token) => {
    const asked = open.get(uri)?.version;
    if (!(await settle(token))) return requestCancelled();
    if (open.get(uri)?.version !== asked)
      return new ResponseError(
        LSPErrorCodes.ContentModified,
        t('The document has changed. Rename the agent again.'),
      );
    return answer<WorkspaceEdit | ResponseError<void> | null>(
      uri,
      'rename',
      null,
      (document, view) => {
        if (!isItsFile(document, view)) return null;
        const renamed = rename(view, document.offsetAt(position), {
          ...{ name: newName, index, viewAt: viewsAs(view), isReadOnly },
        });
        if ('refused' in renamed)
          return new ResponseError(ErrorCodes.InvalidParams, renamed.refused);
        return renamingEdit(session, renamed);
      },
    );
  });

  connection.workspace.onWillRenameFiles(async ({ files }, token) => {
    if (!(await settle(token))) return null;
    const moves = movesOf(files, index.paths());
    if (moves.length === 0) return null;
    const edits = editsForMoves(moves, { index, viewAt: viewsAs(), isReadOnly });
    const changes = [...encodedEdits(session, edits)].filter(([, list]) => list.length > 0);
    return changes.length > 0 ? makeEditFor(session)(changes) : null;
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    const isFolder = ({ newUri }: FileRename): boolean => session.world.isFolder(pathOf(newUri));
    if (files.some(isFolder)) return surveyor.survey();
    for (const { oldUri, newUri } of files)
      for (const path of [pathOf(oldUri), pathOf(newUri)]) surveyor.look(path);
  });
  // A watcher reports nothing about a file that is deleted right after it was created or moved.
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (const { uri } of files) {
      const gone = pathOf(uri);
      for (const path of [...index.paths()])
        if (path === gone || path.startsWith(`${gone}/`)) surveyor.look(path);
    }
  });
}

/** The known files that move, alone or with their folder. */
function movesOf(files: readonly FileRename[], paths: Iterable<string>): readonly Move[] {
  const known = [...paths];
  return files.flatMap(({ oldUri, newUri }) => {
    const [old, now] = [pathOf(oldUri), pathOf(newUri)];
    return known
      .filter((path) => path === old || path.startsWith(`${old}/`))
      .map((from) => ({ from, to: `${now}${from.slice(old.length)}` }));
  });
}
