// Removes quotes around a single word that means the same without them. Quotes around sentences are kept: they guard against a
// colon that is added later.
import type { Outline } from '../agent/outline';
import type { Edit } from '../text/edit';
import { isSafePlain } from '../yaml/scalar';
import type { StringValue, Value } from '../yaml/value';

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
    // List items are quoted alike: where one needs its quotes, the others keep theirs.
    const needs = value.items.some((item) => isQuoted(item) && !isBare(text, item));
    return value.items.flatMap((item) =>
      needs && item.kind === 'text' ? [] : within(text, item, depth + 1),
    );
  }
  return isQuoted(value) && isBare(text, value) ? [{ span: value.span, text: value.text }] : [];
}

const isQuoted = (value: Value): value is StringValue =>
  value.kind === 'text' && (value.style === 'single' || value.style === 'double');

/** Whether every host's YAML parser reads the word as a plain string. */
function isBare(text: string, { span, text: word }: StringValue): boolean {
  const inner = text.slice(span.start + 1, span.end - 1);
  return inner === word && /^[A-Za-z][\w./-]*$/.test(word) && isSafePlain(word);
}
