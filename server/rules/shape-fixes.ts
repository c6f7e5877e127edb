// A text where a list belongs, and a list of one where a text does: the same words in the other shape.
import type { Outline } from '../agent/outline';
import { entryOf, type Value } from '../agent/value';
import { scalar, toList } from '../agent/write';
import type { FieldVerdict, Problem } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import type { Fix } from './rule';

export function shapeFixes(outline: Outline, { key }: FieldVerdict, problem: Problem): Fix[] {
  const { value, expected, kind, path } = problem;
  const entry = entryOf(outline.fields, key);
  if (kind !== 'type' || path.length > 0 || !entry) return [];
  if (value.kind === 'text' && /^a list(?: of texts)?$/.test(expected)) {
    const names = value.text.split(',').map((name) => name.trim());
    if (names.includes('') || /[\n[\]{}]/.test(value.text)) return [];
    const edits = (): readonly Edit[] => toList(outline, entry, names, 'flow');
    return [{ title: 'Write it as a list', safety: 'safe', edits }];
  }
  const only = onlyItem(value);
  if (only === undefined || !isWord(expected)) return [];
  const { start } = value.span;
  const end = start + outline.text.slice(start, value.span.end).trimEnd().length;
  return [
    {
      title: `Write ${only} without brackets`,
      safety: 'safe',
      edits: () => [{ span: { start, end }, text: scalar(only) }],
    },
  ];
}

/** Of a list between brackets on one line. */
function onlyItem(value: Value): string | undefined {
  if (value.kind !== 'list' || !value.flow || value.items.length !== 1) return undefined;
  const [item] = value.items;
  return item?.kind === 'text' && !item.text.includes('\n') ? item.text : undefined;
}

const isWord = (expected: string): boolean =>
  /^a text\b/.test(expected) || !/\b(?:list|map|true|number|anything)\b/.test(expected);
