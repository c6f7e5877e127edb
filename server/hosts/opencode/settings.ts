// Converts the parser's data to the fields that OpenCode sees, each with its span in the text.

import type { Outline } from '../../agent/outline';
import type { Span } from '../../text/span';
import type { Entry, Value } from '../../yaml/value';
import { valueFrom } from '../judge/reading/value-from-data';
import { lineOfKey, treeOf } from '../judge/reading/written-tree';
import { datesAsMaps } from './dates-as-maps';
import type { RepairedLine } from './repair';

export interface Settings {
  readonly fields: readonly Entry[];
  /** The span of frontmatter that is not a map, which the host splits into characters or items; null for a map. */
  readonly notAMap: Span | null;
}

interface ParsedFrom {
  readonly outline: Outline;
  /** The span that the host reads as the settings. */
  readonly head: Span;
  /** The lines that the repair changed, if the data was read after one. */
  readonly repaired: readonly RepairedLine[];
}

/** Null if there are too many values, or they are nested too deeply. */
export function settingsFrom(
  data: unknown,
  { outline, head, repaired }: ParsedFrom,
): Settings | null {
  const { text } = outline;
  const value = valueFrom(data, {
    tree: treeOf(
      outline,
      head,
      repaired.map(({ edit }) => edit),
    ),
    around: head,
    text,
  });
  if (!value) return null;
  const withSpans = (entry: Entry): Entry => {
    const line = repaired.find(({ key }) => key === entry.key);
    if (line) return atPlace(entry, line.keySpan, line.valueSpan);
    // The two parsers sometimes disagree, and the tree lacks a key.
    const hasNoSpan = value.kind === 'map' && entry.keySpan === value.span;
    const found = hasNoSpan ? lineOfKey(entry.key, text, head) : null;
    return found ? withQuoteStyle(atPlace(entry, found.key, found.value), text) : entry;
  };
  const fields = fieldsIn(value)
    // The host builds plain objects key by key, which loses this one.
    .filter(({ key }) => key !== '__proto__')
    .map((entry) => datesAsMaps(withSpans(entry)))
    // Numeric keys come first in the host's objects; here the fields are in source order.
    .sort((a, b) => a.keySpan.start - b.keySpan.start);
  return { fields, notAMap: value.kind === 'map' ? null : value.span };
}

const atPlace = ({ key, value }: Entry, keySpan: Span, valueSpan: Span): Entry => ({
  key,
  keySpan,
  value: { ...value, span: valueSpan },
  span: { start: keySpan.start, end: valueSpan.end },
});

/** Adds the quote style to a value whose span was found by its line. */
function withQuoteStyle(entry: Entry, text: string): Entry {
  const { value } = entry;
  const first = text[value.span.start];
  if (value.kind !== 'text' || (first !== '"' && first !== "'")) return entry;
  return { ...entry, value: { ...value, style: first === '"' ? 'double' : 'single' } };
}

/** More characters of a string than this are not needed to show the problem. */
const maxCharacters = 2000;

function fieldsIn(value: Value): readonly Entry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'list')
    return value.items.map((item, i) => entryAt(String(i), item.span, item));
  if (value.kind !== 'text') return [];
  const isExact = value.span.end - value.span.start === value.text.length;
  return [...Array(Math.min(value.text.length, maxCharacters)).keys()].map((i) => {
    const start = value.span.start + i;
    const span = isExact ? { start, end: start + 1 } : value.span;
    return entryAt(String(i), span, {
      kind: 'text',
      text: value.text.charAt(i),
      style: 'plain',
      span,
    });
  });
}

const entryAt = (key: string, span: Span, value: Value): Entry => ({
  key,
  keySpan: span,
  value,
  span,
});
