// Names in one string: `Read, Bash(git add, git commit), mcp__x__*`. Separators inside of parentheses are ignored.
import { type Span, touches } from '../text/span';

export interface Name {
  /** The span without surrounding white space. */
  readonly span: Span;
  readonly text: string;
}

export interface NameAtCaret {
  /** The span of the name under the caret; empty where none is typed yet. */
  readonly token: Span;
  readonly text: string;
  /** The position among the names, from 0. */
  readonly index: number;
  readonly others: readonly string[];
}

/**
 * The names in `span`, in order.
 * @param separators the characters that separate names: `,` or `, ` (comma and space).
 */
export function namesIn(text: string, span: Span, separators: string): readonly Name[] {
  const names: Name[] = [];
  for (const piece of piecesOf(text, span, separators)) {
    const name = trimmed(text, piece);
    if (name.end > name.start) names.push({ span: name, text: text.slice(name.start, name.end) });
  }
  return names;
}

/**
 * The name under the caret in a string of names.
 * @param span the token of a value caret, or the span of a string value without its quotes.
 */
export function nameAtCaret(
  text: string,
  span: Span,
  caret: number,
  separators: string,
): NameAtCaret {
  const names = namesIn(text, span, separators);
  const found = names.findIndex((name) => touches(name.span, caret));
  const name = names[found];
  if (name) {
    const others = names.filter((_, index) => index !== found).map((one) => one.text);
    return { token: name.span, text: name.text, index: found, others };
  }
  return {
    token: { start: caret, end: caret },
    text: '',
    index: names.filter((one) => one.span.end < caret).length,
    others: names.map((one) => one.text),
  };
}

function piecesOf(text: string, { start, end }: Span, separators: string): Span[] {
  const unclosed = lastUnclosed(text, start, end);
  const pieces: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '(' && i < unclosed) depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth === 0 && (separators.includes(char) || isBreak(char, separators))) {
      pieces.push({ start: from, end: i });
      from = i + 1;
    }
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** Strings may span several lines: where spaces separate, line breaks and tabs do too. */
const isBreak = (char: string, separators: string): boolean =>
  separators.includes(' ') && (char === '\n' || char === '\r' || char === '\t');

/** The first unclosed parenthesis, or the end. It and all later ones are ignored: `Bash(git` must not include the names after it. */
function lastUnclosed(text: string, start: number, end: number): number {
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    const char = text.charCodeAt(i);
    if (char === 40) open.push(i);
    else if (char === 41) open.pop();
  }
  return open[0] ?? end;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from++;
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

const isWhiteSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13;
