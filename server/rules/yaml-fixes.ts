// Mending YAML that authors write most: a colon in a text without quotes, and text that goes on in the first column.

import { entryAround } from '../agent/entry-lines';
import type { Outline } from '../agent/outline';
import { outlineOf } from '../agent/outline';
import { foldIntoBlock, quoteValue } from '../agent/write';
import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import { isFieldOfAnyHost } from './known-fields';
import type { Fix } from './rule';

/** Quotes or folds the value around the fault; offered only where the whole then parses. */
export function yamlFixes(outline: Outline, fault: Span): readonly Fix[] {
  const entry = entryAround(outline, fault.start);
  // Where the outline reads it all, the fault lies where the host looks further: behind the fence that it misses.
  if (!entry || outline.errors.length === 0) return [];
  return [
    fix(`Put quotes around ${entry.key}`, outline, () => quoteValue(outline, entry)),
    fix(`Fold ${entry.key} into a block of text`, outline, () =>
      // A line in the first column begins the next field only when some host knows the key; else it is text.
      foldIntoBlock(outline, entry, isFieldOfAnyHost),
    ),
  ];
}

const fix = (title: string, outline: Outline, make: () => readonly Edit[]): Fix => ({
  title,
  safety: 'safe',
  edits: () => {
    const edits = make();
    return edits.length > 0 && outlineOf(applyEdits(outline.text, edits)).errors.length === 0
      ? edits
      : [];
  },
});

/** The text around the fault, for one letter is hard to see: the value on the line of the key that it belongs to. */
export function faultSpan(outline: Outline, fault: Span): Span {
  const entry = entryAround(outline, fault.start);
  if (!entry || fault.end - fault.start > 1) return fault;
  const lineEnd = outline.text.indexOf('\n', entry.keySpan.end);
  const line = outline.text.slice(entry.keySpan.end, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const gap = /^[:\s]*/.exec(line)?.[0].length ?? 0;
  const start = entry.keySpan.end + gap;
  const end = entry.keySpan.end + line.length;
  return end > start ? { start, end } : entry.keySpan;
}
