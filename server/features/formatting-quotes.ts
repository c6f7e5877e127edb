// Quotes around a single word that means the same without them. Those around sentences stay: they are there for
// the colon that may yet come.
import type { Outline } from '../agent/outline';
import { isSafePlain } from '../agent/scalar';
import type { TextValue, Value } from '../agent/value';
import type { Edit } from '../text/edit';

export function quoteEdits({ text, root }: Outline): readonly Edit[] {
  return root ? within(text, root, 0) : [];
}

const maxDepth = 50;

function within(text: string, value: Value, depth: number): Edit[] {
  if (depth > maxDepth) return [];
  if (value.kind === 'map') {
    return value.entries.flatMap((entry) => within(text, entry.value, depth + 1));
  }
  if (value.kind === 'list') {
    // A list is of one look: one item that needs its quotes keeps those of the others.
    const needs = value.items.some((item) => isQuoted(item) && !isBare(text, item));
    return value.items.flatMap((item) =>
      needs && item.kind === 'text' ? [] : within(text, item, depth + 1),
    );
  }
  return isQuoted(value) && isBare(text, value) ? [{ span: value.span, text: value.text }] : [];
}

const isQuoted = (value: Value): value is TextValue =>
  value.kind === 'text' && (value.style === 'single' || value.style === 'double');

/** Nothing that any host's YAML could take for more than a word. */
function isBare(text: string, { span, text: word }: TextValue): boolean {
  const inner = text.slice(span.start + 1, span.end - 1);
  return inner === word && /^[A-Za-z][\w./-]*$/.test(word) && isSafePlain(word);
}
