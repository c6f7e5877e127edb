// Read-only information about a document, such as hovers and symbols.
import type { SelectionRange } from 'vscode-languageserver';
import { folds } from '../../features/folding';
import { hover } from '../../features/hover/hover';
import { inlayHints } from '../../features/inlay-hints';
import { selectionsAt } from '../../features/selection-ranges';
import { documentSymbols } from '../../features/symbols';
import type { View } from '../../features/view/view';
import { namedSubjectAt } from '../../hosts/model/place';
import { markupOf, rangeOf, selectionOf, spanOf, symbolOf } from '../answers/encode';
import { encodedTokens } from '../answers/tokens';
import { hoverFormat } from '../client';
import type { Talk, Texts } from '../session';

export function handleReading({
  connection,
  client,
  configured,
  answer,
  settler,
}: Talk & Texts): void {
  const hasHeadings = ({ outline }: View): boolean => !client.isOurs || outline.form === 'toml';
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer(uri, 'hover', null, (document, view) => {
      const found = hover(view, document.offsetAt(position), { withFindings: client.isOurs });
      return (
        found && {
          contents: markupOf(hoverFormat(client), client.translate(found.markdown)),
          range: rangeOf(document, found.span),
        }
      );
    }),
  );
  // The structure of JSON, and of settings in any language, is shown and folded by the editor itself.
  const isOfEditor = ({ outline, places }: View): boolean =>
    outline.form === 'json' ||
    (places.length > 0 && places.every((place) => namedSubjectAt(place) === null));
  // VS Code itself shows and folds the headings of Markdown files.
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer(uri, 'symbols', [], (document, view) =>
      view.places.length === 0 || isOfEditor(view)
        ? []
        : documentSymbols(view.outline, { headings: hasHeadings(view) }).map((symbol) =>
            symbolOf(document, symbol),
          ),
    ),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    answer(uri, 'folding ranges', [], (document, view) =>
      isOfEditor(view)
        ? []
        : folds(view.outline, { sections: hasHeadings(view) }).map(({ span }) => {
            const { start, end } = rangeOf(document, span);
            return { startLine: start.line, endLine: end.line };
          }),
    ),
  );
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer(uri, 'selection ranges', null as SelectionRange[] | null, (document, view) =>
      view.places.length === 0
        ? null
        : positions.map((position) =>
            selectionOf(document, selectionsAt(view, document.offsetAt(position)), position),
          ),
    ),
  );
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    await configured.wait();
    return answer(uri, 'inlay hints', [], (document, now) => {
      const { view, toNow } = settler.of(document, now);
      const { start, end } = spanOf(document, range);
      return inlayHints(view).flatMap(({ offset, fieldStart, label, tooltip }) => {
        const [at, field] = [toNow(offset), toNow(fieldStart)];
        if (at === null || field === null || at < start || at > end) return [];
        const position = document.positionAt(at);
        if (position.line !== document.positionAt(field).line) return [];
        return [
          {
            ...{ position, label: client.translate(label), paddingLeft: true },
            tooltip: client.translate(tooltip),
          },
        ];
      });
    });
  });
  connection.languages.semanticTokens.on(async ({ textDocument: { uri } }) => {
    await configured.wait();
    return answer(uri, 'semantic tokens', { data: [] }, (document, view) =>
      encodedTokens(document, settler.of(document, view), { withKeys: !client.isOurs }),
    );
  });
}
