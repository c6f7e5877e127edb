import type { CompletionContext } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../features/completion/complete';
import type { Completion, CompletionRequest } from '../../features/completion/item';
import type { EditorSupport } from '../../hosts/model/editor-support';
import { completionsOf, markupOf, placeInList } from '../answers/encode';
import { itemSupport } from '../client';
import { CompletionTriggerKind } from '../library';
import type { Talk, Texts } from '../session';

/** The completion list that was last opened in a document, as far as the server can determine. */
interface OpenList {
  readonly version: number;
  readonly request: CompletionRequest;
}

export function handleCompletion({ connection, client, answer, edits, open }: Talk & Texts): void {
  let offered: readonly Completion[] = [];
  let lists = 0;
  const opened = new Map<string, OpenList>();
  open.onDidClose(({ document: { uri } }) => void opened.delete(uri));

  const requestFor = (
    { uri, version }: TextDocument,
    offset: number,
    builtin: EditorSupport,
    context: CompletionContext | undefined,
  ): CompletionRequest => {
    const list = opened.get(uri);
    const character = context?.triggerCharacter;
    switch (context?.triggerKind) {
      case CompletionTriggerKind.TriggerCharacter: {
        const withBuiltin = character !== undefined && builtin.triggers.includes(character);
        return { by: 'typing', withBuiltin, ...(character !== undefined && { character }) };
      }
      case CompletionTriggerKind.TriggerForIncompleteCompletions:
        // Only an automatic list is incomplete. While it is open, only its providers are queried again.
        return { by: 'typing', withBuiltin: list?.request.withBuiltin ?? true };
      default: {
        // Editors send the same request for typed letters and for explicit invocation. If the last edit has
        // just been typed and no request was made since, the list is assumed to have opened automatically.
        // Our own client adds a character to the requests that it triggers itself.
        if (character !== undefined) return { by: 'typing', withBuiltin: true };
        const last = edits.lastOf(uri);
        const isTyped =
          last?.version === version &&
          last.change !== null &&
          last.change.start + last.change.length === offset &&
          list?.version !== version;
        return { by: isTyped ? 'typing' : 'explicit', withBuiltin: true };
      }
    }
  };

  connection.onCompletion(({ textDocument: { uri }, position, context }) =>
    answer(uri, 'completion', null, (document, view) => {
      const offset = document.offsetAt(position);
      const request = requestFor(document, offset, view.builtin, context);
      opened.set(document.uri, { version: document.version, request });
      offered = complete(view, offset, request);
      lists = (lists + 1) % 10_000;
      const comesLast = request.withBuiltin && Object.keys(view.builtin.reports).length > 0;
      const { isOurs, translate } = client;
      const support = itemSupport(client);
      return {
        // A list that opened automatically is incomplete: the next letter narrows it to items that continue
        // the word. A list that the user requested is complete, so the editor filters it.
        isIncomplete: request.by === 'typing' && offered.length > 0,
        items: completionsOf(document, offered, {
          ...{ isOurs, comesLast, list: lists, support, translate },
        }),
      };
    }),
  );
  connection.onCompletionResolve((item) => {
    // Items of an older list are not resolved because their index refers to a different item in this list.
    const index = placeInList(Number(item.data), lists);
    const value = client.translate(
      (index === null ? undefined : offered[index]?.documentation()) ?? '',
    );
    return value === ''
      ? item
      : { ...item, documentation: markupOf(itemSupport(client).documentation, value) };
  });
}
