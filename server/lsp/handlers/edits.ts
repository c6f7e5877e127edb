// Requests that edit a document: fixes, colors and formatting.
import { formatFrontmatter } from '../../features/formatting/formatting';
import { codeActions } from '../actions/actions';
import { canResolve, resolvedWithProgress } from '../actions/kind-actions';
import { encodedColors, presentations } from '../answers/color';
import { textEdit } from '../answers/encode';
import { shortPath } from '../answers/own';
import { makeEditFor } from '../answers/workspace-edit';
import { canMoveFiles } from '../client';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';

export function handleEdits(session: Session): void {
  const { connection, client, documents, answer, index, team, textAt, makeDocument, world } =
    session;
  connection.onCodeAction((params) =>
    answer(params.textDocument.uri, 'code actions', [], (document, view) =>
      codeActions(document, view, params, {
        docs: documents.options.docs,
        isOurs: client.isOurs,
        isInFolder: client.folders.length > 0,
        canMove: canMoveFiles(client),
        canResolve: canResolve(client),
        hasMore: hasOther(index.paths(), pathOf(params.textDocument.uri)),
        makeEdit: makeEditFor(session),
        uriOf: session.open.uriOf,
        has: world.has,
        nameOf: (path) => shortPath(path, client.folders),
        ...{ team, textAt, makeDocument, translate: client.translate },
      }),
    ),
  );
  connection.onCodeActionResolve((action) => resolvedWithProgress(session, action));
  connection.onDocumentColor(({ textDocument: { uri } }) =>
    answer(uri, 'colors', [], encodedColors),
  );
  connection.onColorPresentation((params) =>
    answer(params.textDocument.uri, 'color presentations', [], (document, view) =>
      presentations(document, view, params),
    ),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    answer(uri, 'formatting', [], (document, view) =>
      view.places.length === 0
        ? []
        : formatFrontmatter(view.writer).map((edit) => textEdit(document, edit)),
    ),
  );
}

function hasOther(paths: Iterable<string>, own: string): boolean {
  for (const path of paths) if (path !== own) return true;
  return false;
}
