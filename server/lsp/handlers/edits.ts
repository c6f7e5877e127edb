// What changes a document when the author says so: fixes, colours, form.
import { formatFrontmatter } from '../../features/formatting';
import { codeActions } from '../actions';
import { canMoveFiles } from '../client';
import { encodedColors, presentations } from '../color';
import { textEdit } from '../encode';
import type { Session } from '../session';

export function handleEdits({ connection, client, documents, answer }: Session): void {
  connection.onCodeAction((params) =>
    answer(params.textDocument.uri, 'code actions', [], (document) =>
      codeActions(document, documents.whole(document), params, {
        docs: documents.options.docs,
        isOurs: client.isOurs,
        canMove: canMoveFiles(client),
      }),
    ),
  );
  connection.onDocumentColor(({ textDocument: { uri } }) =>
    answer(uri, 'colours', [], encodedColors),
  );
  connection.onColorPresentation((params) =>
    answer(params.textDocument.uri, 'colour forms', [], (document, view) =>
      presentations(document, view, params),
    ),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }) =>
    answer(uri, 'formatting', [], (document, view) =>
      view.places.length === 0
        ? []
        : formatFrontmatter(view.outline).map((edit) => textEdit(document, edit)),
    ),
  );
}
