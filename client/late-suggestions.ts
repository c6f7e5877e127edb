// Brings a list of suggestions that arrives late up to date with what the author has typed since. On a busy machine, or while the
// server is starting, VS Code would open the list of a value that is complete by then, and Enter would take a suggestion instead of
// starting a new line; and it would not ask again where there was nothing to offer at first, as at a bracket. For the same reason,
// a list that is triggered late is not taken for one that the author requested.
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
  /** A suggestion that VS Code receives and never shows. */
  readonly neverShown: (position: vscode.Position) => vscode.CompletionItem;
}

/** Applies to all completion requests of the client. */
export function dropLateSuggestions(
  client: Pick<BaseLanguageClient, 'middleware'>,
  { caretIn, isTriggering, neverShown }: Window,
): void {
  Object.assign(client.middleware, {
    provideCompletionItem: (
      ...[document, position, context, token, next]: [...Parameters<Ask>, Ask]
    ): Promise<Suggestions> => {
      const isOurs = isTriggering() && context.triggerKind === invoked;
      const sent = isOurs ? { ...context, triggerCharacter: triggeredHere } : context;
      const answer = provide(document, position, sent, token, next);
      if (!isOurs && !quickSuggestions.has(document.languageId)) return answer;
      // Without any suggestion, VS Code would offer the words of all open files, and Enter would take one of them.
      return answer.then((found) => (isEmpty(found) ? [neverShown(position)] : found));
    },
  });

  async function provide(
    ...[document, position, context, token, next]: [...Parameters<Ask>, Ask]
  ): Promise<Suggestions> {
    let { version } = document;
    const first = await next(document, position, context, token);
    let last: Suggestions = first;
    let caret = position;
    while (document.version !== version) {
      if (token.isCancellationRequested) return last;
      const now = caretIn(document);
      if (now?.line !== position.line) return undefined;
      version = document.version;
      caret = now;
      last = await next(document, caret, again, token);
    }
    if (isEmpty(last)) return last;
    // The ranges of the first list fit the position of the request, whatever a later list contains.
    return isEmpty(first) ? asOf(position, last, caret) : first;
  }
}

/**
 * The same list, requested again at another caret. The server would take a second request of the first kind for one of the author,
 * and return suggestions although the value is complete. The value is that of `CompletionTriggerKind.TriggerForIncompleteCompletions`.
 */
const again: vscode.CompletionContext = { triggerKind: 2, triggerCharacter: undefined };

/** `CompletionTriggerKind.Invoke` of VS Code. */
const invoked = 0;

/**
 * Marks a request for the server as automatic. Otherwise it would take a second request for the same text for one of the author: a
 * list that is triggered late may be requested after another one, and even in another file. With this kind of request the
 * protocol has no character.
 */
const triggeredHere = '';

/** Languages of agents in which VS Code itself asks for suggestions at letters. In Markdown it does not by default. */
const quickSuggestions: ReadonlySet<string> = new Set(['toml', 'plaintext']);

const itemsOf = (suggestions: Suggestions): vscode.CompletionItem[] =>
  !suggestions ? [] : 'items' in suggestions ? suggestions.items : suggestions;

const isEmpty = (suggestions: Suggestions): boolean => itemsOf(suggestions).length === 0;

/**
 * Suggestions for a caret further in the line, as an answer to the request at `position`: VS Code adds what has been typed since
 * to the end of each range. Without those that begin after the position.
 */
function asOf(
  position: vscode.Position,
  suggestions: Suggestions,
  caret: vscode.Position,
): Suggestions {
  const typed = caret.character - position.character;
  const before = (range: vscode.Range): vscode.Range =>
    range.with({ end: range.end.translate(0, -typed) });
  const items = itemsOf(suggestions).filter((item) => {
    const { range } = item;
    if (!range) return false;
    const isOne = 'start' in range;
    if ((isOne ? range : range.inserting).start.character > position.character) return false;
    item.range = isOne
      ? before(range)
      : { inserting: before(range.inserting), replacing: before(range.replacing) };
    return true;
  });
  return suggestions && 'items' in suggestions ? { ...suggestions, items } : items;
}
