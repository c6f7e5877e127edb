// Where in a Markdown file the first letter of a word opens the suggest list. Pure, so that tests need no editor.

/** Frontmatters are short; what is longer is none, or not worth a walk at every word. */
const mostLines = 300;

/** The character at `index` is a letter with no word before it. A line's start, a space, a quote or a bracket begins a word. */
export const beginsWord = (line: string, index: number): boolean =>
  /[A-Za-z]/.test(line.charAt(index)) && !/[\w./-]/.test(line.charAt(index - 1));

/** Between the first line, three dashes, and the next line of that kind; or below the first where none follows yet. */
export function isInFrontmatter(
  lineAt: (line: number) => string,
  lineCount: number,
  line: number,
): boolean {
  if (line === 0 || line > mostLines || lineCount === 0) return false;
  if (!isFence(lineAt(0).replace(/^\uFEFF/, ''))) return false;
  for (let at = 1; at <= line; at++) if (isFence(lineAt(at))) return false;
  return true;
}

const isFence = (line: string): boolean => /^---\s*$/.test(line);
