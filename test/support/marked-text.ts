// Test inputs as annotated strings. The cursor is `|`; a literal pipe in YAML is written `||`. Diagnostics are underlined:
//   tools: Read, MultiEdit
//                ^^^^^^^^^ message
import type { Span } from '../../server/text/span';

export interface MarkedText {
  readonly text: string;
  readonly caret: number;
}

export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface UnderlinedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Removes the first line break of a template literal and the indentation that all its lines share. */
export function dedent(template: string): string {
  if (!template.startsWith('\n')) return template;
  const lines = template.slice(1).split('\n');
  if (lines.at(-1)?.trim() === '') lines[lines.length - 1] = '';
  const written = lines.filter((line) => line.trim() !== '');
  const common = Math.min(...written.map((line) => line.length - line.trimStart().length), 1000);
  return lines
    .map((line) => line.slice(Math.min(common, line.length - line.trimStart().length)))
    .join('\n');
}

/** Returns the text and its cursor. Fails unless there is exactly one cursor. */
export function marked(template: string): MarkedText {
  const pieces = dedent(template).replaceAll('||', '\u0000').split('|');
  const [before, after] = pieces;
  if (pieces.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`one caret, please: ${JSON.stringify(template)}`);
  }
  return { text: piped(before + after), caret: before.length };
}

/** Converts line breaks to CRLF and adjusts the cursor. */
export function withCrlf({ text, caret }: MarkedText): MarkedText {
  const crlf = (part: string): string => part.replaceAll('\n', '\r\n');
  return { text: crlf(text), caret: crlf(text.slice(0, caret)).length };
}

/** The text with its cursor marked again, for comparison. */
export const showCaret = (text: string, caret: number): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

/** Returns the text without its underlines, and their messages. A line of only `^` and words marks the line above it. */
export function underlined(template: string): UnderlinedText {
  const marks: Mark[] = [];
  const lines: string[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of dedent(template).split('\n')) {
    const mark = /^( *)(\^+)(?: (.*))?$/.exec(line);
    if (mark) {
      const start = lineStart + (mark[1] ?? '').length;
      marks.push({ span: { start, end: start + (mark[2] ?? '').length }, label: mark[3] ?? '' });
      continue;
    }
    lineStart = next;
    next += line.length + 1;
    lines.push(line);
  }
  return { text: lines.join('\n'), marks };
}

/** The text with each diagnostic underlined, in the format that `underlined` reads. */
export function underline(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  let start = 0;
  return lines
    .flatMap((line) => {
      const here = marks.filter(
        ({ span }) => span.start >= start && span.start <= start + line.length,
      );
      const shown = here.map(({ span, label }) => {
        const length = Math.max(1, Math.min(span.end, start + line.length) - span.start);
        return `${' '.repeat(span.start - start)}${'^'.repeat(length)}${label ? ` ${label}` : ''}`;
      });
      start += line.length + 1;
      return [line, ...shown];
    })
    .join('\n');
}

const piped = (text: string): string => text.replaceAll('\u0000', '|');
