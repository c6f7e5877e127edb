// Drops a list of suggestions that arrives after the author has typed a complete value. On a busy machine, or while the server
// is starting, VS Code would still open the list, and Enter would take a suggestion instead of starting a new line. For the same
// reason, a list that is triggered late is not taken for one that the author requested.
import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type Suggestions = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

type Ask = (
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.CompletionContext,
  token: vscode.CancellationToken,
) => vscode.ProviderResult<Exclude<Suggestions, null | undefined>>;

interface Window {
  /** The caret in the active editor of a document; undefined where another document is active. */
  readonly caretIn: (document: vscode.TextDocument) => vscode.Position | undefined;
  /** Whether the request may be one that the extension has triggered. */
  readonly isTriggering: () => boolean;
}

/** The request that was answered last. */
interface Answered {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly position: vscode.Position;
  readonly suggestions: Suggestions;
}

/** Applies to all completion requests of the client. */
export function dropLateSuggestions(
  client: Pick<BaseLanguageClient, 'middleware'>,
  { caretIn, isTriggering }: Window,
): void {
  let answered: Answered | undefined;
  Object.assign(client.middleware, {
    provideCompletionItem: async (
      ...[document, position, context, token, next]: [...Parameters<Ask>, Ask]
    ): Promise<Suggestions> => {
      // The server would take a second request for the same text for one of the author.
      if (isTriggering() && answered && isSame(answered, { document, position }))
        return answered.suggestions;
      const { version } = document;
      const suggestions = await provide(document, position, context, token, next);
      if (!token.isCancellationRequested) answered = { document, version, position, suggestions };
      return suggestions;
    },
  });

  async function provide(
    ...[document, position, context, token, next]: [...Parameters<Ask>, Ask]
  ): Promise<Suggestions> {
    let { version } = document;
    const first = await next(document, position, context, token);
    // Its ranges fit the position of the request, so it is returned whatever a later answer contains.
    for (let last: Suggestions = first; ; ) {
      if (token.isCancellationRequested || isEmpty(last)) return last;
      if (document.version === version) return first;
      version = document.version;
      const caret = caretIn(document);
      if (caret?.line !== position.line) return undefined;
      last = await next(document, caret, again, token);
    }
  }
}

/**
 * The same list, requested again at another caret. The server would take a second request of the first kind for one of the author,
 * and return suggestions although the value is complete. The value is that of `CompletionTriggerKind.TriggerForIncompleteCompletions`.
 */
const again: vscode.CompletionContext = { triggerKind: 2, triggerCharacter: undefined };

const isSame = (
  answered: Answered,
  { document, position }: Pick<Answered, 'document' | 'position'>,
): boolean =>
  answered.document === document &&
  answered.version === document.version &&
  answered.position.line === position.line &&
  answered.position.character === position.character;

const isEmpty = (suggestions: Suggestions): boolean =>
  !suggestions || ('items' in suggestions ? suggestions.items : suggestions).length === 0;
