// Navigation between files: definitions, references, links and workspace symbols.
import type { DocumentLink, Location } from 'vscode-languageserver';
import { links } from '../../features/links';
import {
  agentsMatching,
  definition,
  highlights,
  references,
  type Target,
} from '../../features/navigation';
import { shortPath } from '../../hosts/model/located-file';
import { rangeOf } from '../encode';
import { SymbolKind } from '../library';
import type { Session } from '../session';

/** Longer symbol lists are not useful. */
const mostSymbols = 500;

export function handleNavigation(session: Session): void {
  const { connection, index, world, answer, locate, open } = session;
  const located = (targets: readonly Target[]): Location[] =>
    targets.flatMap(({ path, span }) => locate(path, span) ?? []);
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
}
