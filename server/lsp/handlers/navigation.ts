// Navigation between files: definitions, references, workspace symbols and renaming.
import type { DocumentLink, Location, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { links } from '../../features/links';
import {
  agentsMatching,
  definition,
  highlights,
  references,
  type Target,
} from '../../features/navigation';
import { rename, renameTargetAt } from '../../features/rename';
import type { View } from '../../features/view';
import { viewOf } from '../../features/view';
import { shortPath } from '../../hosts/model/located-file';
import { rangeOf } from '../encode';
import { ErrorCodes, ResponseError, SymbolKind } from '../library';
import { renamingEdit } from '../renaming';
import type { Session } from '../session';

/** Longer symbol lists are not useful. */
const mostSymbols = 500;

export function handleNavigation(session: Session): void {
  const { connection, client, documents, index, world, answer, locate, open } = session;
  const located = (targets: readonly Target[]): Location[] =>
    targets.flatMap(({ path, span }) => locate(path, span) ?? []);
  /** Edits of a path go to its file, which a document of another file system, or a second copy, is not. */
  const isItsFile = (document: TextDocument, { path }: View): boolean => open.at(path) === document;

  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer(uri, 'definition', [], (document, view) =>
      located(definition(view, document.offsetAt(position), index)),
    ),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    answer(uri, 'references', [], (document, view) => {
      session.surveyor.settle();
      const asked = { withDeclaration: context.includeDeclaration };
      return located(references(view, document.offsetAt(position), index, asked));
    }),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(uri, 'highlights', [], (document, view) =>
      highlights(view, document.offsetAt(position)).map((span) => ({
        range: rangeOf(document, span),
      })),
    ),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answer(uri, 'links', [] as DocumentLink[], (document, view) =>
      links(view, world.has).map(({ span, path }) => ({
        range: rangeOf(document, span),
        target: open.uriOf(path),
      })),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) =>
    agentsMatching(query, index)
      .slice(0, mostSymbols)
      .flatMap(({ id, name, path, nameSpan, place }) => {
        const location = locate(path, nameSpan);
        if (!location) return [];
        return [
          {
            name: name ?? id ?? '',
            kind: SymbolKind.Class,
            location,
            containerName: `${place.host.name}, ${shortPath(place)}`,
          },
        ];
      }),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(uri, 'rename', null, (document, view) => {
      if (!isItsFile(document, view)) return null;
      const found = renameTargetAt(view, document.offsetAt(position), index);
      return found && { range: rangeOf(document, found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    answer<WorkspaceEdit | ResponseError<void> | null>(uri, 'rename', null, (document, view) => {
      if (!isItsFile(document, view)) return null;
      const viewAt = (path: string, text?: string) => {
        const now = text ?? session.textAt(path);
        if (now === null) return null;
        const places = path === view.path ? view.places : documents.placesAt(path);
        const { catalog, settings, context } = view;
        const companionPlaces = documents.companionPlaces(path);
        return viewOf({ catalog, path, text: now, places, companionPlaces, settings, context });
      };
      session.surveyor.settle();
      const renamed = rename(view, document.offsetAt(position), {
        ...{ name: newName, index, viewAt },
        isReadOnly: (path) => !session.reach.isOurs(path) && client.folders.length > 0,
      });
      if ('refused' in renamed) return new ResponseError(ErrorCodes.InvalidParams, renamed.refused);
      return renamingEdit(session, renamed);
    }),
  );
}
