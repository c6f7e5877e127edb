// Renaming of agents, and of files whose paths are names of agents.
import type {
  CancellationToken,
  FileRename,
  WorkDoneProgressReporter,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editsForMoves, type Move } from '../../features/renaming/move-edits';
import {
  type Renamed,
  type RenameProgress,
  renameSteps,
  renameTargetAt,
} from '../../features/renaming/rename';
import type { View } from '../../features/view/view';
import { t } from '../../text/message';
import { encodedEdits, renamingEdit } from '../actions/renaming';
import { rangeOf } from '../answers/encode';
import { makeEditFor } from '../answers/workspace-edit';
import type { Client } from '../client';
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
    if (open.get(uri)?.version !== asked) return changed(client);
    const steps = answer<Generator<RenameProgress, Renamed> | null>(
      uri,
      'rename',
      null,
      (document, view) =>
        isItsFile(document, view)
          ? renameSteps(view, document.offsetAt(position), {
              ...{ name: newName, index, viewAt: viewsAs(view), isReadOnly },
              textAt: session.textAt,
            })
          : null,
    );
    if (!steps) return null;
    const renamed = await inTurns(session, steps, token);
    if (renamed === null) return requestCancelled();
    if (open.get(uri)?.version !== asked) return changed(client);
    return answer<WorkspaceEdit | ResponseError<void> | null>(uri, 'rename', null, () =>
      'refused' in renamed
        ? new ResponseError(ErrorCodes.InvalidParams, client.translate(renamed.refused))
        : renamingEdit(session, renamed),
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

const changed = ({ translate }: Client): ResponseError<void> =>
  new ResponseError(
    LSPErrorCodes.ContentModified,
    translate(t('The document has changed. Rename the agent again.')),
  );

/** Milliseconds of work before other messages are read, and after which progress is shown. */
const turnMs = 20;
const patienceMs = 500;

/** Runs the steps with turns for other messages in between. Null if the user cancels. */
async function inTurns(
  session: Session,
  steps: Generator<RenameProgress, Renamed>,
  token: CancellationToken,
): Promise<Renamed | null> {
  const begin = performance.now();
  let turnEnd = begin + turnMs;
  let progress: WorkDoneProgressReporter | null = null;
  const end = (renamed: Renamed | null): Renamed | null => {
    progress?.done();
    return renamed;
  };
  for (;;) {
    const { done, value } = steps.next();
    if (done) return end(value);
    if (performance.now() < turnEnd) continue;
    if (!progress && performance.now() - begin > patienceMs) progress = await progressFor(session);
    progress?.report((100 * value.done) / value.of);
    await new Promise((resume) => setTimeout(resume, 0));
    if (token.isCancellationRequested || (progress && isCancelled.has(progress))) return end(null);
    turnEnd = performance.now() + turnMs;
  }
}

/** The progress that the user has cancelled. */
const isCancelled = new WeakSet<WorkDoneProgressReporter>();

/** Null if the client shows none. */
async function progressFor({
  client,
  connection,
}: Session): Promise<WorkDoneProgressReporter | null> {
  if (!client.capabilities.window?.workDoneProgress) return null;
  try {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin(client.translate(t('Renaming the agent')), 0, undefined, true);
    progress.token.onCancellationRequested(() => isCancelled.add(progress));
    return progress;
  } catch {
    return null; // The client rejected it.
  }
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
