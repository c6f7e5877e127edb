// Drops a list of suggestions that arrives after the author has typed a complete value. On a busy machine, or while the server
// is starting, VS Code would still open the list, and Enter would take a suggestion instead of starting a new line.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type Suggestions = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

type Ask = (
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.CompletionContext,
  token: vscode.CancellationToken,
) => vscode.ProviderResult<Exclude<Suggestions, null | undefined>>;

/**
 * Applies to all completion requests of the client.
 * @param caretIn the caret in the active editor of a document; undefined where another document is active.
 */
export function dropLateSuggestions(
  client: Pick<BaseLanguageClient, 'middleware'>,
  caretIn: (document: vscode.TextDocument) => vscode.Position | undefined,
): void {
  Object.assign(client.middleware, {
    provideCompletionItem: async (
      ...[document, position, context, token, next]: [...Parameters<Ask>, Ask]
    ): Promise<Suggestions> => {
      let { version } = document;
      const first = await next(document, position, context, token);
      // Its ranges fit the position of the request, so it is returned whatever a later answer contains.
      for (let last: Suggestions = first; ; ) {
        if (token.isCancellationRequested || isEmpty(last)) return last;
        if (document.version === version) return first;
        version = document.version;
        const caret = caretIn(document);
        if (caret?.line !== position.line) return undefined;
        last = await next(document, caret, context, token);
      }
    },
  });
}

const isEmpty = (suggestions: Suggestions): boolean =>
  !suggestions || ('items' in suggestions ? suggestions.items : suggestions).length === 0;
