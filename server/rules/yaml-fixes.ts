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

/**
 * The text around the fault, for one letter is hard to see: the value on the line of the key that it belongs to, or the
 * line where there is no key.
 */
export function faultSpan(outline: Outline, fault: Span): Span {
  const { text, opening } = outline;
  if (fault.end - fault.start > 1 && fault.end <= text.length) return fault;
  const entry = entryAround(outline, fault.start);
  const from = entry ? entry.keySpan.end : text.lastIndexOf('\n', fault.start - 1) + 1;
  const lineEnd = text.indexOf('\n', from);
  const line = text.slice(from, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const gap = /^[:\s]*/.exec(line)?.[0].length ?? 0;
  if (gap < line.length) return { start: from + gap, end: from + line.length };
  return entry?.keySpan ?? opening ?? fault;
}
