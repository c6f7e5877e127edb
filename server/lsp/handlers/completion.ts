import type { CompletionContext } from 'vscode-languageserver';
import { complete } from '../../features/completion/complete';
import type { Completion } from '../../features/completion/item';
import type { CompletionRequest } from '../../features/completion/request';
import type { EditorSupport } from '../../hosts/editor-support';
import { itemSupport } from '../client';
import { completionsOf, markupOf, placeInList } from '../encode';
import { CompletionTriggerKind } from '../library';
import type { Session } from '../session';

/** The list that was opened last in a document, as far as the server knows. */
interface OpenList {
  readonly version: number;
  readonly request: CompletionRequest;
}

export function handleCompletion({ connection, client, answer, edits, open }: Session): void {
  let offered: readonly Completion[] = [];
  let lists = 0;
  const opened = new Map<string, OpenList>();
  open.onDidClose(({ document: { uri } }) => void opened.delete(uri));

  const requestFor = (
    uri: string,
    version: number,
    offset: number,
    builtin: EditorSupport,
    context: CompletionContext | undefined,
  ): CompletionRequest => {
    const list = opened.get(uri);
    const character = context?.triggerCharacter;
    switch (context?.triggerKind) {
      case CompletionTriggerKind.TriggerCharacter: {
        const besideBuiltin = character !== undefined && builtin.triggers.includes(character);
        return { by: 'typing', besideBuiltin, ...(character !== undefined && { character }) };
      }
      case CompletionTriggerKind.TriggerForIncompleteCompletions:
        // Only the providers of the open list are asked again.
        return list
          ? { by: list.request.by, besideBuiltin: list.request.besideBuiltin }
          : { by: 'typing', besideBuiltin: true };
      default: {
        // At a letter and at an author's own wish an editor asks in the same words. What was just typed, and not asked about
        // yet, opens the list by itself.
        const last = edits.lastOf(uri);
        const isTyped =
          last?.version === version &&
          last.change !== null &&
          last.change.start + last.change.length === offset &&
          list?.version !== version;
        return { by: isTyped ? 'typing' : 'explicit', besideBuiltin: true };
      }
    }
  };

  connection.onCompletion(({ textDocument: { uri }, position, context }) =>
    answer(uri, 'completion', null, (document, view) => {
      const offset = document.offsetAt(position);
      const { version } = document;
      const request = requestFor(uri, version, offset, view.builtin, context);
      opened.set(uri, { version, request });
      offered = complete(view, offset, request);
      lists = (lists + 1) % 10_000;
      const comesLast = request.besideBuiltin && Object.keys(view.builtin.reports).length > 0;
      const { isOurs } = client;
      const support = itemSupport(client);
      return {
        // Of a list that opens by itself the next letter leaves what continues the word, and nothing once it is complete. One
        // that the author asked for is whole: the editor narrows it.
        isIncomplete: request.by === 'typing' && offered.length > 0,
        items: completionsOf(document, offered, { isOurs, comesLast, list: lists, support }),
      };
    }),
  );
  connection.onCompletionResolve((item) => {
    // An item of an older list is shown as it is: its place in this one is another's.
    const index = placeInList(Number(item.data), lists);
    const value = index === null ? undefined : offered[index]?.documentation();
    return value === undefined || value === ''
      ? item
      : { ...item, documentation: markupOf(itemSupport(client).documentation, value) };
  });
}
