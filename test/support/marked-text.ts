// Tests as texts. The caret is `|`; a pipe that YAML wants is written `||`. Findings are underlined:
//   tools: Read, MultiEdit
//                ^^^^^^^^^ says this
import type { Span } from '../../server/text/span';

export interface MarkedText {
  readonly text: string;
  readonly caret: number;
}

export interface Mark {
  readonly span: Span;
  readonly says: string;
}

export interface UnderlinedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A template literal without its first line break and without the indentation that all its lines share. */
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

/** The text and its one caret. Fails where there is none, or more than one. */
export function marked(template: string): MarkedText {
  const pieces = dedent(template).replaceAll('||', '\u0000').split('|');
  const [before, after] = pieces;
  if (pieces.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`one caret, please: ${JSON.stringify(template)}`);
  }
  return { text: piped(before + after), caret: before.length };
}

/** Line breaks as on Windows; the caret stays where it is. */
export function withCrlf({ text, caret }: MarkedText): MarkedText {
  const crlf = (part: string): string => part.replaceAll('\n', '\r\n');
  return { text: crlf(text), caret: crlf(text.slice(0, caret)).length };
}

/** The text with its caret shown again, for comparing. */
export const showCaret = (text: string, caret: number): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

/** The text without its underlines, and what they say. A line of nothing but `^` and words marks the line above. */
export function underlined(template: string): UnderlinedText {
  const marks: Mark[] = [];
  const lines: string[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of dedent(template).split('\n')) {
    const mark = /^( *)(\^+)(?: (.*))?$/.exec(line);
    if (mark) {
      const start = lineStart + (mark[1] ?? '').length;
      marks.push({ span: { start, end: start + (mark[2] ?? '').length }, says: mark[3] ?? '' });
      continue;
    }
    lineStart = next;
    next += line.length + 1;
    lines.push(line);
  }
  return { text: lines.join('\n'), marks };
}

/** The text with each finding underlined, in the form that `underlined` reads. */
export function underline(text: string, marks: readonly Mark[]): string {
  const lines = text.split('\n');
  let start = 0;
  return lines
    .flatMap((line) => {
      const here = marks.filter(
        ({ span }) => span.start >= start && span.start <= start + line.length,
      );
      const shown = here.map(({ span, says }) => {
        const length = Math.max(1, Math.min(span.end, start + line.length) - span.start);
        return `${' '.repeat(span.start - start)}${'^'.repeat(length)}${says ? ` ${says}` : ''}`;
      });
      start += line.length + 1;
      return [line, ...shown];
    })
    .join('\n');
}

const piped = (text: string): string => text.replaceAll('\u0000', '|');
