// What fits where the caret is: first the place, then the field and its type, then the words of the hosts that read
// the file.
import { caretAt } from '../../agent/caret';
import type { Path } from '../../agent/value';
import type { Dialect } from '../../hosts/host';
import type { Span } from '../../text/span';
import type { View } from '../view';
import { fieldItems } from './fields';
import { ignoreItems } from './ignores';
import type { Completion } from './item';
import { referenceItems } from './references';
import { skeletonItems } from './skeletons';
import { keyItems, valueItems } from './values';

/** Items for the caret at `offset` (UTF-16 units); none where nothing is known to fit. */
export function complete(view: View, offset: number): readonly Completion[] {
  const { text } = view.outline;
  const items = [...referenceItems(view, offset), ...itemsAt(view, offset)];
  return merged(items).filter(({ span }) => isOnOneLine(text, span));
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
      return caret.path.length === 0
        ? together(view, (host, dialect) => fieldItems(view, caret, host, dialect))
        : lessOffered(view, caret.path, () =>
            together(view, (host, dialect) => keyItems(caret, host, dialect)),
          );
    case 'value':
      return lessOffered(view, caret.path, () =>
        together(view, (host, dialect) => valueItems(view, caret, offset, host, dialect)),
      );
    case 'comment':
      return ignoreItems(view, offset, '#');
    case 'body':
      return ignoreItems(view, offset, '<!--');
    default:
      return [];
  }
}

/** Inside a field: what the editor itself offers there is not offered a second time. */
function lessOffered(
  { builtin }: View,
  path: Path,
  make: () => Completion[],
): readonly Completion[] {
  const [key] = path;
  const offered = typeof key === 'string' ? builtin.offers[key] : undefined;
  if (offered === 'everything') return [];
  return offered ? make().filter(({ label }) => !offered.includes(label)) : make();
}

/**
 * The items of every host that counts: owners, and guests that were asked for. Where there are several, an item says
 * which of them take it, if not all do.
 */
function together(
  view: View,
  make: (host: string, dialect: Dialect) => Completion[],
): Completion[] {
  const lists = view.lanes.map(({ place, dialect }) => {
    const host = place.host.name;
    return { host, items: make(host, dialect) };
  });
  const [first, ...rest] = lists;
  if (!first || rest.length === 0) return first?.items ?? [];
  const takers = new Map<string, string[]>();
  for (const { host, items } of lists)
    for (const label of new Set(items.map((item) => item.label)))
      takers.set(label, [...(takers.get(label) ?? []), host]);
  return lists.flatMap(({ host, items }) =>
    items.map((item) => {
      const by = takers.get(item.label) ?? [];
      const isForAll = by.length === lists.length;
      const detail = item.detail === host ? '' : item.detail;
      if (isForAll && detail !== '') return item;
      return { ...item, detail: [detail, by.join(', ')].filter((part) => part !== '').join(' · ') };
    }),
  );
}

/** Two owners of one folder offer many of the same words: each is shown once, as the first says it. */
function merged(items: readonly Completion[]): Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const item of items) if (!byLabel.has(item.label)) byLabel.set(item.label, item);
  return [...byLabel.values()];
}
