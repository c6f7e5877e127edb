// Tags in YAML. Claude Code's parser lets a tag of numbers, booleans or null stand where the value is one; under every
// other tag, known or not, a plain value is a text.
import type { Value } from '../../agent/value';
import { applyEdits } from '../../text/edit';
import type { Span } from '../../text/span';

const tag = /!(?:<[^>\s]*>|[^\s,[\]{}]*)/g;

export interface Tag extends Span {
  readonly name: string;
  /** Where the tagged value begins. */
  readonly before: number;
}

/** Where tags stand, with offsets in the file; `!!str` is left to the parser of record. */
export function tagsIn(text: string, base: number, root: Value | null): readonly Tag[] {
  if (!root || !text.includes('!')) return [];
  const found = new Map<number, Tag>();
  const gap = (from: number, before: number): void => {
    for (const { index, 0: name } of text.slice(from - base, before - base).matchAll(tag)) {
      const start = from + index;
      if (name !== '!!str') found.set(start, { start, end: start + name.length, name, before });
    }
  };
  const look = (value: Value, from: number): void => {
    gap(from, value.span.start);
    let last = value.span.start;
    if (value.kind === 'list')
      for (const item of value.items) {
        look(item, last);
        last = item.span.end;
      }
    if (value.kind === 'map')
      for (const { keySpan, value: inner } of value.entries) {
        gap(last, keySpan.start);
        look(inner, keySpan.end);
        last = inner.span.end;
      }
  };
  look(root, base);
  return [...found.values()];
}

/** Blanks in their places. */
export const blankTags = (text: string, base: number, tags: readonly Tag[]): string =>
  applyEdits(
    text,
    tags.map(({ start, end }) => ({
      span: { start: start - base, end: end - base },
      text: ' '.repeat(end - start),
    })),
  );

const kinds: Readonly<Record<string, Value['kind']>> = {
  '!!int': 'number',
  '!!float': 'number',
  '!!bool': 'boolean',
  '!!null': 'null',
};

/** The values that were read with the tags blanked, as the tags would have them. */
export function retagged(value: Value, tags: readonly Tag[]): Value {
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item) => retagged(item, tags)) };
  if (value.kind === 'map')
    return {
      ...value,
      entries: value.entries.map((entry) => ({ ...entry, value: retagged(entry.value, tags) })),
    };
  if (value.kind === 'text' || value.kind === 'date' || value.source === '') return value;
  const name = tags.find(({ before }) => before === value.span.start)?.name;
  if (name === undefined || kinds[name] === value.kind) return value;
  return { kind: 'text', text: value.source, style: 'plain', span: value.span };
}
