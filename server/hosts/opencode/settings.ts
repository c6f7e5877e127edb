// The parser's data as the fields that OpenCode sees, each at its place in the text.

import type { Outline } from '../../agent/outline';
import type { Entry, Value } from '../../agent/value';
import type { Span } from '../../text/span';
import type { RepairedLine } from './repair';
import { lineOfKey, treeOf } from './tree';
import { datesAsMaps, valueFrom } from './values';

export interface Settings {
  readonly fields: readonly Entry[];
  /** Where something else than a map stands: the host spreads it, letter by letter or item by item. */
  readonly notAMap: Span | null;
}

interface Told {
  readonly outline: Outline;
  /** What the host takes for the settings, in the file. */
  readonly head: Span;
  /** Where the data was read after a repair: the lines that it changed. */
  readonly repaired: readonly RepairedLine[];
}

/** Null where there is more than this program follows. */
export function settingsFrom(data: unknown, { outline, head, repaired }: Told): Settings | null {
  const { text } = outline;
  const value = valueFrom(data, { tree: treeOf(outline, head, repaired), around: head, text });
  if (!value) return null;
  const placed = (entry: Entry): Entry => {
    const line = repaired.find(({ key }) => key === entry.key);
    if (line) return atPlace(entry, line.keySpan, line.valueSpan);
    // The two parsers disagree now and then, and the tree lacks a key.
    const lost = value.kind === 'map' && entry.keySpan === value.span;
    const found = lost ? lineOfKey(entry.key, text, head) : null;
    return found ? quoted(atPlace(entry, found.key, found.value), text) : entry;
  };
  const fields = spread(value)
    // The host builds plain objects key by key, and loses this one on the way.
    .filter(({ key }) => key !== '__proto__')
    .map((entry) => datesAsMaps(placed(entry)))
    // Keys that are numbers come first in the host's objects; here they keep the author's order.
    .sort((a, b) => a.keySpan.start - b.keySpan.start);
  return { fields, notAMap: value.kind === 'map' ? null : value.span };
}

const atPlace = ({ key, value }: Entry, keySpan: Span, valueSpan: Span): Entry => ({
  key,
  keySpan,
  value: { ...value, span: valueSpan },
  span: { start: keySpan.start, end: valueSpan.end },
});

/** The style of a text whose place was found by its line. */
function quoted(entry: Entry, text: string): Entry {
  const { value } = entry;
  const first = text[value.span.start];
  if (value.kind !== 'text' || (first !== '"' && first !== "'")) return entry;
  return { ...entry, value: { ...value, style: first === '"' ? 'double' : 'single' } };
}

/** So many letters of a text are followed: beyond, the point is made. */
const maxLetters = 2000;

function spread(value: Value): readonly Entry[] {
  if (value.kind === 'map') return value.entries;
  if (value.kind === 'list')
    return value.items.map((item, i) => entryAt(String(i), item.span, item));
  if (value.kind !== 'text') return [];
  const exact = value.span.end - value.span.start === value.text.length;
  return [...Array(Math.min(value.text.length, maxLetters)).keys()].map((i) => {
    const start = value.span.start + i;
    const span = exact ? { start, end: start + 1 } : value.span;
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
