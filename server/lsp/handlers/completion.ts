import { complete } from '../../features/completion/complete';
import type { Completion } from '../../features/completion/item';
import { itemSupport } from '../client';
import { completionsOf, markupOf, placeInList } from '../encode';
import type { Session } from '../session';

export function handleCompletion({ connection, client, answer }: Session): void {
  let offered: readonly Completion[] = [];
  let lists = 0;
  connection.onCompletion(({ textDocument: { uri }, position }) =>
    answer(uri, 'completion', [], (document, view) => {
      offered = complete(view, document.offsetAt(position));
      lists = (lists + 1) % 10_000;
      const comesLast = Object.keys(view.builtin.reports).length > 0;
      const { isOurs } = client;
      const support = itemSupport(client);
      return completionsOf(document, offered, { isOurs, comesLast, list: lists, support });
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
