// Determines where typing the first letter of a word in a Markdown file triggers suggestions.

/** Longer frontmatter is not supported, to limit the cost of each keystroke. */
const maxLines = 300;

/** Whether the character at `index` is the first letter of a word: at the start of the line, or after a space, quote or bracket. */
export const isWordStart = (line: string, index: number): boolean =>
  /[A-Za-z]/.test(line.charAt(index)) && !/[\w./-]/.test(line.charAt(index - 1));

/** Whether the line is between the opening `---` and the closing one, or after the opening one if there is no closing one yet. */
export function isInFrontmatter(
  lineAt: (line: number) => string,
  lineCount: number,
  line: number,
): boolean {
  if (line === 0 || line > maxLines || lineCount === 0) return false;
  if (!isFence(lineAt(0).replace(/^\uFEFF/, ''))) return false;
  for (let current = 1; current <= line; current++) if (isFence(lineAt(current))) return false;
  return true;
}

const isFence = (line: string): boolean => /^---\s*$/.test(line);
