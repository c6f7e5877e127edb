// The Markdown headings of a body: `# Role` (ATX), and lines underlined with `===` or `---` (setext).
import type { Span } from '../text/span';
import type { Outline } from './outline';
import { proseLines } from './prose';

export interface Heading {
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** The span of its line or its two lines. */
  readonly span: Span;
  /** The span from the heading to the next one of the same or a higher level. */
  readonly section: Span;
}

type FoundHeading = Omit<Heading, 'section'>;

/** All headings outside of fenced code, in source order. Scans the whole body. */
export function headingsOf({ text, body }: Outline): readonly Heading[] {
  const found: FoundHeading[] = [];
  let above: Span | null = null;
  for (const line of proseLines(text, body)) {
    const written = text.slice(line.start, Math.min(line.end, line.start + 1000));
    const heading: FoundHeading | null =
      atx(written, line) ??
      (above && follows(text, above, line) ? setext(text, above, written, line) : null);
    if (heading) found.push(heading);
    above = !heading && isParagraph(written) ? line : null;
  }
  return withSections(found, body.end);
}

function atx(written: string, span: Span): FoundHeading | null {
  const start = written.length - written.trimStart().length;
  let level = 0;
  while (written.charAt(start + level) === '#') level++;
  const rest = written.slice(start + level);
  if (start > 3 || level === 0 || level > 6 || (rest !== '' && !/^[ \t]/.test(rest))) return null;
  return { text: withoutClosing(rest.trim()), level, span };
}

/** Removes closing hashes: `## Role ##`. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '#') end--;
  return end === 0 || /[ \t]/.test(text.charAt(end - 1)) ? text.slice(0, end).trim() : text;
}

function setext(text: string, above: Span, written: string, line: Span): FoundHeading | null {
  const underline = written.trim();
  const char = underline.charAt(0);
  if ((char !== '=' && char !== '-') || !isAll(underline, char) || /^ {4}|^\t/.test(written))
    return null;
  const span = { start: above.start, end: line.end };
  return { text: text.slice(above.start, above.end).trim(), level: char === '=' ? 1 : 2, span };
}

const isAll = (text: string, char: string): boolean => text === char.repeat(text.length);

/** Whether the lines are adjacent: code blocks between them are not part of `proseLines`. */
const follows = (text: string, above: Span, line: Span): boolean =>
  text.slice(above.end, line.start).trim() === '';

/** Whether the line can be the text of a setext heading: lists, quotes, tables and rules cannot. */
const isParagraph = (line: string): boolean =>
  /^ {0,3}[^\s\-*+>#|=<`~]/.test(line) && !/^ {0,3}\d+[.)]/.test(line);

function withSections(found: readonly FoundHeading[], end: number): Heading[] {
  const ends: number[] = new Array<number>(found.length).fill(end);
  const open: number[] = [];
  found.forEach(({ level, span }, index) => {
    for (
      let top = open.at(-1);
      top !== undefined && (found[top]?.level ?? 0) >= level;
      top = open.at(-1)
    ) {
      ends[top] = span.start;
      open.pop();
    }
    open.push(index);
  });
  return found.map((heading, index) => ({
    ...heading,
    section: { start: heading.span.start, end: ends[index] ?? end },
  }));
}
