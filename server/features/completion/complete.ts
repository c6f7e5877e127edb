// What fits where the caret is: first the place, then the field and its type, then the words of the hosts that read
// the file.
import { caretAt } from '../../agent/caret';
import type { Dialect } from '../../hosts/host';
import type { Span } from '../../text/span';
import type { View } from '../view';
import { fieldItems } from './fields';
import type { Completion } from './item';
import { skeletonItems } from './skeletons';
import { keyItems, valueItems } from './values';

/** Items for the caret at `offset` (UTF-16 units); none where nothing is known to fit. */
export function complete(view: View, offset: number): readonly Completion[] {
  return merged(itemsAt(view, offset)).filter(({ span }) => isOnOneLine(view.outline.text, span));
}

/** The protocol takes no item that replaces text over several lines. */
const isOnOneLine = (text: string, { start, end }: Span): boolean =>
  !text.slice(start, end).includes('\n');

function itemsAt(view: View, offset: number): readonly Completion[] {
  const caret = caretAt(view.outline, offset);
  switch (caret.in) {
    case 'nothing':
      return skeletonItems(view, caret.span);
    case 'fence':
      return caret.fence === 'opening' &&
        view.outline.closing === null &&
        view.outline.fields.length === 0
        ? skeletonItems(view, caret.span)
        : [];
    case 'key':
      return dialectsOf(view).flatMap(({ host, dialect }) =>
        caret.path.length === 0
          ? fieldItems(view, caret, host, dialect)
          : keyItems(view, caret, host, dialect),
      );
    case 'value':
      return dialectsOf(view).flatMap(({ host, dialect }) =>
        valueItems(view, caret, offset, host, dialect),
      );
    default:
      return [];
  }
}

/** The hosts that count for what is offered: owners, and guests that were asked for. */
const dialectsOf = (view: View): { host: string; dialect: Dialect }[] =>
  view.shown().map(({ place, dialect }) => ({ host: place.host.name, dialect }));

/** Two owners of one folder offer many of the same words: each is shown once, as the first says it. */
function merged(items: readonly Completion[]): Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const item of items) if (!byLabel.has(item.label)) byLabel.set(item.label, item);
  return [...byLabel.values()];
}
