// Limits of what is parsed. A repository that was just cloned may contain a frontmatter on which a parser takes minutes or
// overflows its stack, so the text is measured first, in one pass.
import type { Yaml } from './dialect';

/** What exceeds a limit: the length of the text, its lines and items, the nesting, or the values that aliases stand for. */
export type Excess = 'TOO_LARGE' | 'TOO_MANY_ITEMS' | 'TOO_DEEP' | 'TOO_MANY_ALIASES';

const excesses: ReadonlySet<string> = new Set<Excess>([
  ...(['TOO_LARGE', 'TOO_MANY_ITEMS', 'TOO_DEEP', 'TOO_MANY_ALIASES'] as const),
]);

/** Whether the code of an error is that of a limit, so that nothing is known of the text. */
export const isExcess = (code: string): code is Excess => excesses.has(code);

/** Values, counting those of an alias each time it occurs. */
export const maxValues = 2_000;

/** UTF-16 units. The largest known real frontmatter has 7 KB. */
export const maxHeadLength = 32_768;

/** Lines and commas: fields and items of lists. The real frontmatter with most of them has 230. */
export const maxItems = 500;

/** Levels of brackets, or of indentation. */
export const maxDepth = 100;

/** Parses the text unless it exceeds a limit, which is then the only error. */
export const withinLimits = (text: string, base: number, parse: () => Yaml): Yaml => {
  const excess = findExceededLimit(text);
  if (excess === null) return parse();
  const span = { start: base, end: base + text.length };
  return { root: null, errors: [{ code: excess, span, message: excess }] };
};

/** The limit that a string exceeds; null if it may be parsed. Takes linear time, and none for a string that is too long. */
export function findExceededLimit(text: string): Excess | null {
  if (text.length > maxHeadLength) return 'TOO_LARGE';
  // Shorter than the least that can exceed another limit.
  if (text.length <= maxDepth) return null;
  let items = 0;
  let brackets = 0;
  /** The indentations of the lines that contain the current one. */
  const levels: number[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case lineFeed:
        items++;
        break;
      case comma:
        items++;
        continue;
      case openBracket:
      case openBrace:
        if (++brackets > maxDepth) return 'TOO_DEEP';
        continue;
      case closeBracket:
      case closeBrace:
        if (brackets > 0) brackets--;
        continue;
      default:
        if (at > 0) continue;
    }
    if (items > maxItems) return 'TOO_MANY_ITEMS';
    const from = at === 0 && text.charCodeAt(0) !== lineFeed ? 0 : at + 1;
    if (depthOf(text, from, levels) > maxDepth) return 'TOO_DEEP';
  }
  return items > maxItems ? 'TOO_MANY_ITEMS' : null;
}

const [lineFeed, comma, dash, question, space] = [10, 44, 45, 63, 32];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/** The depth of the line at `from`: each list item in it (`- - a`) is one level. Updates `levels`. */
function depthOf(text: string, from: number, levels: number[]): number {
  let at = from;
  let marks = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === space) at++;
    else if ((code === dash || code === question) && text.charCodeAt(at + 1) === space) {
      if (marks === 0) enter(levels, at - from);
      marks++;
      at += 2;
    } else break;
  }
  if (marks === 0) enter(levels, at - from);
  return levels.length + marks;
}

function enter(levels: number[], indent: number): void {
  while (levels.length > 0 && (levels.at(-1) ?? 0) >= indent) levels.pop();
  levels.push(indent);
}
