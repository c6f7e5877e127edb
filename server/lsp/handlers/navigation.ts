// Navigation between files: definitions, references, links and workspace symbols.
import type { DocumentLink, Location, LocationLink, Range } from 'vscode-languageserver';
import { manifestLinks } from '../../features/manifest-links';
import {
  agentsMatching,
  definition,
  highlights,
  namedAt,
  references,
  type Target,
  usesAt,
} from '../../features/navigation';
import { links } from '../../features/renaming/move-edits';
import type { View } from '../../features/view/view';
import { shortPath } from '../../hosts/model/located-file';
import { type Span, touches } from '../../text/span';
import { rangeOf } from '../answers/encode';
import { hasLinks } from '../client';
import { SymbolKind } from '../library';
import type { Environment, Talk, Texts, Workspace } from '../session';

/** Longer symbol lists are not useful. */
const mostSymbols = 500;

export function handleNavigation(session: Environment & Talk & Texts & Workspace): void {
  const { connection, client, index, world, answer, locate, open } = session;
  const located = (targets: readonly Target[]): Location[] =>
    targets.flatMap(({ path, span }) => locate(path, span) ?? []);
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer(uri, 'definition', [] as Location[] | LocationLink[], (document, view) => {
      session.surveyor.settle();
      const offset = document.offsetAt(position);
      const link = manifestLinks(view, world.has).find(({ span }) => touches(span, offset));
      const found = located(
        link ? [{ path: link.path, span: null }] : definition(view, offset, index),
      );
      const origin = hasLinks(client) ? (link?.span ?? nameSpanAt(view, offset)) : null;
      return origin === null ? found : found.map((one) => linkTo(one, rangeOf(document, origin)));
    }),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    answer(uri, 'references', [], (document, view) => {
      session.surveyor.settle();
      const asked = { withDeclaration: context.includeDeclaration };
      return located(references(view, document.offsetAt(position), index, asked));
    }),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(uri, 'highlights', [], (document, view) => {
      const offset = document.offsetAt(position);
      // Editors ask at each move of the caret, and few moves lead to a name.
      if (nameSpanAt(view, offset) !== null) session.surveyor.settle();
      return highlights(view, offset).map((span) => ({
        range: rangeOf(document, span),
      }));
    }),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    answer(uri, 'links', [] as DocumentLink[], (document, view) =>
      [...links(view, world.has), ...manifestLinks(view, world.has)].map(({ span, path }) => ({
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
}

/** The whole name at an offset, which an editor underlines; its words would be parts of it. */
const nameSpanAt = (view: View, offset: number): Span | null =>
  namedAt(view, offset)?.span ?? usesAt(view, offset)[0]?.reference.span ?? null;

const linkTo = ({ uri, range }: Location, originSelectionRange: Range): LocationLink => ({
  originSelectionRange,
  targetUri: uri,
  targetRange: range,
  targetSelectionRange: range,
});
