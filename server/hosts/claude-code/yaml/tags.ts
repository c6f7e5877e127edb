// Tags in YAML. The parser of Claude Code applies the tags of numbers, booleans and null to values of that kind. With any other
// tag, known or not, a plain value is a string.

import { applyEdits } from '../../../text/edit';
import type { Span } from '../../../text/span';
import type { Value } from '../../../yaml/value';

const tag = /!(?:<[^>\s]*>|[^\s,[\]{}]*)/g;

export interface Tag extends Span {
  readonly name: string;
  /** The offset at which the tagged value begins. */
  readonly before: number;
}

/** The tags except `!!str`, with UTF-16 offsets in the file. */
export function tagsIn(text: string, base: number, root: Value | null): readonly Tag[] {
  if (!root || !text.includes('!')) return [];
  const found = new Map<number, Tag>();
  const scanGap = (from: number, before: number): void => {
    for (const { index, 0: name } of text.slice(from - base, before - base).matchAll(tag)) {
      const start = from + index;
      if (name !== '!!str') found.set(start, { start, end: start + name.length, name, before });
    }
  };
  const visit = (value: Value, from: number): void => {
    scanGap(from, value.span.start);
    let last = value.span.start;
    if (value.kind === 'list')
      for (const item of value.items) {
        visit(item, last);
        last = item.span.end;
      }
    if (value.kind === 'map')
      for (const { keySpan, value: inner } of value.entries) {
        scanGap(last, keySpan.start);
        visit(inner, keySpan.end);
        last = inner.span.end;
      }
  };
  visit(root, base);
  return [...found.values()];
}

/** The text with each tag replaced by spaces of the same length. */
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

/** Applies the tags to a value that was parsed without them. */
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
