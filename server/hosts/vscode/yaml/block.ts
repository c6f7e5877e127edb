// Block scalars: `|` keeps line breaks, `>` folds lines into paragraphs.
import type { Read } from './quoted';
import { afterLineBreak, afterSpaces, endOfLine, isBreak, isMarker } from './token';

type Chomping = 'clip' | 'strip' | 'keep';

interface Header {
  readonly folded: boolean;
  /** As written; 0 if the first line determines it. */
  readonly indent: number;
  readonly chomping: Chomping;
  readonly end: number;
}

/** Whether `|` or `>` at `at` begins a block: only indicators, spaces and a comment may follow on the line. */
export function beginsBlock(text: string, at: number): boolean {
  let end = at + 1;
  while (/[1-9+-]/.test(text[end] ?? '')) end++;
  end = afterSpaces(text, end);
  return end >= text.length || isBreak(text[end]) || text[end] === '#';
}

/** Reads the block that begins at `start`; its lines must be indented deeper than the column `parent`. */
export function readBlock(text: string, start: number, parent: number): Read {
  const { folded, indent, chomping, end: from } = readHeader(text, start);
  const { lines, end } = readLines(text, from, parent, indent > 0 ? parent + indent : 0);
  return { text: chomp(folded ? fold(lines) : lines.join('\n'), lines, chomping), end };
}

function readHeader(text: string, start: number): Header {
  let at = start + 1;
  let indent = 0;
  let chomping: Chomping = 'clip';
  for (let count = 0; count < 2; count++) {
    const char = text[at] ?? '';
    if (/[1-9]/.test(char) && indent === 0) indent = Number(char);
    else if (char === '-' && chomping === 'clip') chomping = 'strip';
    else if (char === '+' && chomping === 'clip') chomping = 'keep';
    else break;
    at++;
  }
  return {
    folded: text[start] === '>',
    indent,
    chomping,
    end: afterLineBreak(text, endOfLine(text, at)),
  };
}

function readLines(
  text: string,
  from: number,
  parent: number,
  given: number,
): { lines: string[]; end: number } {
  const lines: string[] = [];
  let indent = given;
  let at = from;
  while (at < text.length) {
    let content = at;
    while (text[content] === ' ') content++;
    const spaces = content - at;
    if (content >= text.length || isBreak(text[content])) {
      lines.push(indent > 0 && spaces >= indent ? text.slice(at + indent, content) : '');
      at = afterLineBreak(text, content);
      continue;
    }
    if (spaces === 0 && isMarker(text, content)) break;
    if (indent === 0) {
      if (spaces <= parent) break;
      indent = spaces;
    }
    if (spaces < indent) break;
    const end = endOfLine(text, content);
    lines.push(text.slice(at + indent, end));
    at = afterLineBreak(text, end);
  }
  return { lines, end: at };
}

/** Joins lines with a space, except around empty lines and lines that begin with a space. */
function fold(lines: readonly string[]): string {
  let folded = '';
  let wasIndented = false;
  let wasEmpty = false;
  let hasContent = false;
  lines.forEach((line, index) => {
    if (line === '') {
      folded += '\n';
      wasEmpty = true;
      return;
    }
    const indented = line.startsWith(' ') || line.startsWith('\t');
    const isIndentedPart = indented || wasIndented;
    if (index === 0) folded = line;
    else if (wasEmpty) folded += isIndentedPart && hasContent ? `\n${line}` : line;
    else folded += isIndentedPart ? `\n${line}` : ` ${line}`;
    wasIndented = indented;
    wasEmpty = false;
    hasContent = true;
  });
  return folded;
}

function chomp(joined: string, lines: readonly string[], chomping: Chomping): string {
  let emptyAtEnd = 0;
  while (emptyAtEnd < lines.length && lines[lines.length - 1 - emptyAtEnd] === '') emptyAtEnd++;
  const hasContent = emptyAtEnd < lines.length;
  const bare = emptyAtEnd > 0 ? withoutBreaksAtEnd(joined) : joined;
  if (chomping === 'strip') return bare;
  if (chomping === 'clip') return hasContent ? `${bare}\n` : bare;
  return bare + '\n'.repeat(hasContent ? emptyAtEnd + 1 : emptyAtEnd);
}

function withoutBreaksAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(0, end);
}
