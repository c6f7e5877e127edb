// Finds placeholders in a prompt: `{{PROJECT}}`, `${input:branch}`, `$ARGUMENTS`.

export interface Piece {
  readonly text: string;
  readonly isPlaceholder: boolean;
}

// Bounded and without nesting, so that matching takes linear time. Expansions of a shell, such as `${NAME:-default}` and
// `${#LIST[@]}`, are not placeholders.
const placeholder =
  /\{\{[^{}\n]{1,80}\}\}|\$\{[A-Za-z_][\w.-]{0,60}(?::[A-Za-z][^{}\n]{0,80})?\}|\$ARGUMENTS\b/g;

/** Splits a string into placeholders and other pieces, in order and without empty pieces. */
export function splitPlaceholders(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), isPlaceholder: false });
    found.push({ text: match[0], isPlaceholder: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), isPlaceholder: false });
  return found;
}

/** The distinct placeholders of a string, in order. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set(splitPlaceholders(text).flatMap((piece) => (piece.isPlaceholder ? [piece.text] : []))),
];
