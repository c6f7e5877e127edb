// Mending YAML that authors write most: a colon in a text without quotes, and text that goes on in the first column.

import { entryAround } from '../agent/entry-lines';
import type { Outline } from '../agent/outline';
import { outlineOf } from '../agent/outline';
import type { Entry } from '../agent/value';
import { foldIntoBlock, quoteValue } from '../agent/write';
import type { Flaw } from '../hosts/reading';
import { applyEdits, type Edit } from '../text/edit';
import type { Span } from '../text/span';
import { isFieldOfAnyHost } from './known-fields';
import type { Fix } from './rule';

/** Quotes or folds the value around the fault; offered only where the whole then parses. */
export function yamlFixes(outline: Outline, fault: Span): readonly Fix[] {
  const entry = entryAround(outline, fault.start, isFieldOfAnyHost);
  // Where the outline reads it all, the fault lies where the host looks further: behind the fence that it misses.
  if (!entry || outline.errors.length === 0) return [];
  const quotes = fix(`Put quotes around ${entry.key}`, outline, () => quoteValue(outline, entry));
  const block = fix(`Fold ${entry.key} into a block of text`, outline, () =>
    // A line in the first column begins the next field only when some host knows the key; else it is text.
    foldIntoBlock(outline, entry, isFieldOfAnyHost),
  );
  return isProse(outline, entry) ? [block, quotes] : [quotes, block];
}

/** In a block a text stays as its author wrote it: quotes would have to be doubled, and a long line has no room for more. */
function isProse({ text }: Outline, { keySpan, span }: Entry): boolean {
  const written = text.slice(keySpan.end + 1, span.end).trim();
  const inner = written.replace(/^["']|["']$/g, '');
  const needsEscapes = inner.includes("'") && inner.includes('"');
  return written.length > 120 || needsEscapes || /\\|\n[ \t]+\S/.test(inner);
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
 * The text around the fault, for one letter is hard to see: the word with the colon that is one too many, else the line,
 * less the key that it begins with. A quote that is not closed is noticed further down than it stands.
 */
export function faultSpan(outline: Outline, { span: fault, message }: Flaw): Span {
  const { text, opening, head } = outline;
  const open = message === 'MISSING_CHAR' ? unclosedQuote(outline, fault) : null;
  if (open) return open;
  const isBeyond = fault.start >= head.end;
  const entry = isBeyond ? entryAround(outline, fault.start, isFieldOfAnyHost) : undefined;
  const start = entry ? entry.keySpan.start : text.lastIndexOf('\n', fault.start - 1) + 1;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  const blank = /^\s*/.exec(line)?.[0].length ?? 0;
  const behindKey = /^\s*[\w-]+:\s+/.exec(line)?.[0].length ?? blank;
  const key = isBeyond || fault.start >= start + behindKey ? behindKey : blank;
  const colon = /^[^\s"'[{|>].*?(\S+:)(?:\s|$)/.exec(line.slice(behindKey));
  if (colon?.[1] && key === behindKey) {
    const end = start + behindKey + colon[0].trimEnd().length;
    // Escaped line breaks stand between words, too.
    const word = colon[1].split('\\n').at(-1) ?? colon[1];
    return { start: end - word.length, end };
  }
  if (key < line.length) return { start: start + key, end: start + line.length };
  if (line.trim() !== '') return { start, end: start + line.length };
  return opening ?? fault;
}

/** The first text above the fault whose quote is not closed on its line. */
function unclosedQuote({ text, head }: Outline, fault: Span): Span | null {
  const above = text.slice(head.start, Math.min(fault.end, head.end));
  const line = /^[ \t]*[\w-]+:[ \t]+((["'])(?:(?!\2).)*?)[ \t\r]*$/m.exec(above);
  if (!line?.[1]) return null;
  const start = head.start + line.index + line[0].indexOf(line[1]);
  return { start, end: start + line[1].length };
}
