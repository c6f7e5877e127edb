// Inserts a comment that ignores a finding: above the field or item in the frontmatter, above the paragraph in the prompt,
// or for the whole file.
import { lineFrom, lineStart, skipSpaces } from '../../agent/caret-lines';
import { sketchOf } from '../../agent/caret-sketch';
import type { Outline } from '../../agent/outline';
import { proseLines } from '../../agent/prose';
import { linesOfSlot } from '../../agent/write-place';
import type { Writer } from '../../agent/writer';
import type { Edit } from '../../text/edit';
import { covers, type Span } from '../../text/span';
import type { Finding } from '../rule';

/** The author adds the reason. Empty where no comment is possible. */
export function ignoring(writer: Writer, { rule, span }: Finding): readonly Edit[] {
  const { outline } = writer;
  if (writer.comment(rule) === null) return [];
  // The first line of a file without frontmatter decides how it is read, so nothing is inserted above it.
  const line = outline.shape === 'none' ? null : span && lineToIgnore(outline, span);
  return line ? above(writer, line, rule) : forFile(writer, rule);
}

/** For the whole file; empty where no comment is possible. */
export const ignoreInFileEdits = (writer: Writer, { rule }: Finding): readonly Edit[] =>
  writer.comment(rule) === null ? [] : forFile(writer, rule);

interface Insertion {
  readonly at: number;
  readonly indent: string;
  readonly isProse: boolean;
}

function lineToIgnore(outline: Outline, span: Span): Insertion | null {
  const { text, head, body, form } = outline;
  const isInPrompt = form === 'toml' && covers(body, span);
  if (!isInPrompt && covers(head, span)) return entryOf(outline, span);
  if (span.start < body.start) return null;
  for (const line of proseLines(text, body)) {
    if (line.start <= span.start && span.start <= line.end) {
      const at = paragraphStart(text, body, line.start);
      return { at, indent: '', isProse: true };
    }
  }
  return null;
}

/** The innermost field or item that begins its line. */
function entryOf(outline: Outline, span: Span): Insertion | null {
  const { text, head } = outline;
  const slot = sketchOf(outline).slots.findLast((one) => {
    const start = lineStart(text, one.start);
    const begins = skipSpaces(text, start, one.start) === one.start;
    return begins && start <= span.start && covers(linesOfSlot(outline, one), span);
  });
  if (!slot) return null;
  const at = Math.max(head.start, lineStart(text, slot.start));
  return { at, indent: text.slice(at, slot.start), isProse: false };
}

function paragraphStart(text: string, body: Span, from: number): number {
  let start = from;
  while (start > body.start) {
    const before = lineStart(text, start - 1);
    const { end } = lineFrom(text, before, text.length);
    if (before < body.start || text.slice(before, end).trim() === '') break;
    start = before;
  }
  return start;
}

function above(writer: Writer, { at, indent, isProse }: Insertion, rule: string): readonly Edit[] {
  const words = `dossier-ignore ${rule}:`;
  const comment = isProse ? `<!-- ${words} -->` : writer.comment(words);
  const { eol } = writer.outline;
  return [{ span: { start: at, end: at }, text: `${indent}${comment}${eol}` }];
}

function forFile(writer: Writer, rule: string): readonly Edit[] {
  const { text, eol, shape, head } = writer.outline;
  const words = `dossier-ignore-file ${rule}:`;
  if (shape !== 'none')
    return [
      {
        span: { start: head.start, end: head.start },
        text: `${writer.comment(words)}${eol}`,
      },
    ];
  const at = text.length;
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return [
    {
      span: { start: at, end: at },
      text: `${before}<!-- ${words} -->${eol}`,
    },
  ];
}
