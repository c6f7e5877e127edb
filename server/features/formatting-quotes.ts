// Quotes around a single word that means the same without them. Those around sentences stay: they are there for
// the colon that may yet come.
import type { Outline } from '../agent/outline';
import { isSafePlain } from '../agent/scalar';
import type { TextValue, Value } from '../agent/value';
import type { Edit } from '../text/edit';

export function quoteEdits({ text, root }: Outline): readonly Edit[] {
  if (!root) return [];
  return textsIn(root, 0).flatMap((value) => {
    const { start, end } = value.span;
    const inner = text.slice(start + 1, end - 1);
    const isBare = inner === value.text && isWord(inner) && isSafePlain(inner);
    return isBare ? [{ span: value.span, text: inner }] : [];
  });
}

/** Nothing that any host's YAML could take for more than a word. */
const isWord = (text: string): boolean => /^[A-Za-z][\w./-]*$/.test(text);

const maxDepth = 50;

function textsIn(value: Value, depth: number): TextValue[] {
  if (depth > maxDepth) return [];
  if (value.kind === 'map')
    return value.entries.flatMap((entry) => textsIn(entry.value, depth + 1));
  if (value.kind === 'list') return value.items.flatMap((item) => textsIn(item, depth + 1));
  return value.kind === 'text' && (value.style === 'single' || value.style === 'double')
    ? [value]
    : [];
}
