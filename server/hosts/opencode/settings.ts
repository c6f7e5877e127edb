// The parser's data as the fields that OpenCode sees, each at its place in the text.

import type { Outline } from '../../agent/outline';
import type { Entry, Value } from '../../agent/value';
import { parseYaml, type Yaml } from '../../agent/yaml';
import type { Span } from '../../text/span';
import type { RepairedLine } from './repair';
import { datesAsMaps, valueFrom } from './values';

export interface Settings {
  readonly fields: readonly Entry[];
  /** Where something else than a map stands: the host spreads it, letter by letter or item by item. */
  readonly notAMap: Span | null;
}

/** Null where there is more than this program follows. */
export function settingsFrom(
  data: unknown,
  { outline, head, repaired }: { outline: Outline; head: Span; repaired: readonly RepairedLine[] },
): Settings | null {
  const value = valueFrom(data, treeOf(outline, head).root, head, outline.text);
  if (!value) return null;
  const fields = spread(value)
    // The host builds plain objects key by key, and loses this one on the way.
    .filter(({ key }) => key !== '__proto__')
    .map((entry) => datesAsMaps(atItsLine(entry, repaired)))
    // Keys that are numbers come first in the host's objects; here they keep the author's order.
    .sort((a, b) => a.keySpan.start - b.keySpan.start);
  return { fields, notAMap: value.kind === 'map' ? null : value.span };
}

/** The tolerant tree of what the host takes for the head: the outline has it already, as a rule. */
export function treeOf(
  { text, shape, opening, closing, root, errors, bom }: Outline,
  head: Span,
): Yaml {
  const same =
    shape === 'closed' && opening?.start === (bom ? 1 : 0) && closing?.start === head.end + 1;
  return same ? { root, errors } : parseYaml(text.slice(head.start, head.end), head.start);
}

function atItsLine(entry: Entry, repaired: readonly RepairedLine[]): Entry {
  const line = repaired.find(({ key }) => key === entry.key);
  if (!line) return entry;
  const { keySpan, valueSpan } = line;
  const span = { start: keySpan.start, end: valueSpan.end };
  const { value } = entry;
  // What is still a map or a list was written so elsewhere: a key inside shares its name.
  if (value.kind !== 'text') return entry;
  return { key: entry.key, keySpan, span, value: { ...value, style: 'plain', span: valueSpan } };
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
    const span = exact
      ? { start: value.span.start + i, end: value.span.start + i + 1 }
      : value.span;
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
