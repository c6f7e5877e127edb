// Completion items for a caret: first its place is determined, then the field and its type, then the values of the hosts that
// read the file. Which of them are offered, and in which order, depends on how the list was requested.
import { type Caret, caretAt } from '../../agent/caret';
import type { Context } from '../../hosts/model/context';
import type { Dialect } from '../../hosts/model/dialect';
import { type EditorSupport, noBuiltin } from '../../hosts/model/editor-support';
import type { Host } from '../../hosts/model/host';
import { composed } from '../../text/message';
import type { Span } from '../../text/span';
import type { View } from '../view/view';
import { callItems, fileItems, placeholderItems } from './body';
import { closingItems } from './closing';
import { fieldItems } from './fields';
import { ignoreItems } from './ignores';
import { type Completion, type CompletionRequest, explicitRequest } from './item';
import { pluginItems } from './plugins';
import { referenceItems, settingAt } from './references';
import { ruleNameItems } from './rule-names';
import { skeletonItems, skeletonsForPrefix } from './skeletons';
import { keyItems, valueItems } from './values';
import { whileTyping } from './while-typing';

/**
 * Items for the caret at `offset` (UTF-16 units), best first. None where nothing is known to fit, and none in a list that opens
 * automatically where the author may be finishing the line.
 */
export function complete(
  whole: View,
  offset: number,
  request: CompletionRequest = explicitRequest,
): readonly Completion[] {
  const view = whole.at(offset);
  const setting = view === whole ? settingAt(whole, offset) : null;
  if (setting) {
    const { outline, caret, items } = setting;
    return request.by === 'typing' ? whileTyping(outline, caret, offset, items, request) : items;
  }
  const { outline } = view;
  const caret = caretAt(outline, offset);
  const builtin = request.withBuiltin ? view.builtin : noBuiltin;
  const found = merged([
    ...referenceItems(view, offset, builtin),
    ...itemsAt(view, caret, offset),
  ]).filter((item) => isOnOneLine(outline.text, item.span) && isWanted(item, offset));
  const items =
    request.by === 'typing' ? whileTyping(outline, caret, offset, found, request) : found;
  return items
    .filter((item) => !item.isOnlyKnown && !isOffered(builtin, caret, item, view.context))
    .sort(mostLikelyFirst);
}

/** The protocol does not allow items that replace text over several lines. */
const isOnOneLine = (text: string, { start, end }: Span): boolean =>
  !text.slice(start, end).includes('\n');

const isWanted = ({ isInternal, span }: Completion, offset: number): boolean =>
  !isInternal || offset > span.start;

const mostLikelyFirst = (a: Completion, b: Completion): number =>
  Number(a.deprecated) - Number(b.deprecated) ||
  Number(a.isInternal ?? false) - Number(b.isInternal ?? false) ||
  (b.uses ?? 0) - (a.uses ?? 0) ||
  a.rank - b.rank;

function itemsAt(view: View, caret: Caret, offset: number): readonly Completion[] {
  switch (caret.in) {
    case 'nothing':
      return skeletonItems(view, caret.span);
    case 'fence':
      return caret.fence === 'opening' &&
        view.outline.closing === null &&
        view.outline.fields.length === 0
        ? skeletonItems(view, caret.span)
        : caret.fence === 'closing'
          ? closingItems(view, caret.span)
          : [];
    case 'key': {
      const items = together(view, (host, dialect) =>
        caret.path.length === 0
          ? fieldItems(view, caret, host, dialect)
          : keyItems(view, caret, host, dialect),
      );
      const plugins = view.lanes.flatMap(({ place }) => pluginItems(view, caret, place));
      return caret.path.length === 0 && caret.text === '' && !caret.hasColon && !caret.flow
        ? [...items, ...closingItems(view, caret.token)]
        : [...items, ...plugins];
    }
    case 'value':
      return [
        ...together(view, (host, dialect) => valueItems(view, caret, offset, host, dialect)),
        ...view.lanes.flatMap(({ place }) => ruleNameItems(view, caret, place.host)),
      ];
    case 'comment':
      return ignoreItems(view, offset, '#');
    case 'body':
      return [
        ...skeletonsForPrefix(view, offset),
        ...placeholderItems(view, offset),
        ...fileItems(view, offset),
        ...callItems(view, offset),
        ...ignoreItems(view, offset, '<!--'),
      ];
    default:
      return [];
  }
}

/** The editor itself has the item in the same list. References are filtered where they are made. */
function isOffered(
  builtin: EditorSupport,
  caret: Caret,
  { kind, label }: Completion,
  context: Context,
): boolean {
  if (kind === 'reference' || (caret.in !== 'key' && caret.in !== 'value')) return false;
  const [field] = caret.path;
  if (field === undefined) return builtin.completesFields.includes(label);
  const offered = typeof field === 'string' ? builtin.offers[field] : undefined;
  if (offered === 'everything') return isInEditor(builtin, kind, label, context);
  return offered?.includes(label) ?? false;
}

/** The editor offers only the tools and models that it currently has, which are few before the user signs in. */
function isInEditor(
  { tools }: EditorSupport,
  kind: Completion['kind'],
  label: string,
  { editorTools, editorModels }: Context,
): boolean {
  if (kind === 'model') return editorModels.includes(label);
  if (kind !== 'tool') return true;
  const isOf = (name: string): boolean => name === label || name.startsWith(`${label}/`);
  return tools.includes(label) || editorTools.some(isOf);
}

/**
 * The items of all shown hosts. Where there are several, the detail of an item names the hosts that accept it, unless all do.
 */
function together(view: View, make: (host: Host, dialect: Dialect) => Completion[]): Completion[] {
  const lists = view.lanes.map(({ place: { host }, dialect }) => ({
    host: host.name,
    items: make(host, dialect),
  }));
  const [first, ...rest] = lists;
  if (!first || rest.length === 0) return first?.items ?? [];
  const acceptedBy = new Map<string, string[]>();
  for (const { host, items } of lists)
    for (const label of new Set(items.map((item) => item.label)))
      acceptedBy.set(label, [...(acceptedBy.get(label) ?? []), host]);
  return lists.flatMap(({ host, items }) =>
    items.map((item) => {
      const by = acceptedBy.get(item.label) ?? [];
      const isForAll = by.length === lists.length;
      const has = item.detail !== '' && item.detail !== host;
      if (isForAll && has) return item;
      const hosts = by.join(', ');
      return { ...item, detail: has ? composed`${item.detail} · ${hosts}` : hosts };
    }),
  );
}

/** Hosts offer many of the same items: each is shown once, with the text of the first host and the higher use count. */
function merged(items: readonly Completion[]): Completion[] {
  const byLabel = new Map<string, Completion>();
  for (const item of items) {
    const known = byLabel.get(item.label);
    byLabel.set(item.label, known ? joined(known, item) : item);
  }
  return [...byLabel.values()];
}

function joined(first: Completion, other: Completion): Completion {
  const { isInternal, isOnlyKnown, ...rest } = first;
  return {
    ...rest,
    uses: Math.max(first.uses ?? 0, other.uses ?? 0),
    ...(isInternal && other.isInternal && { isInternal }),
    ...(isOnlyKnown && other.isOnlyKnown && { isOnlyKnown }),
  };
}
