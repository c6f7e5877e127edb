// Words in a prompt that look as if something should fill them in: `{{PROJECT}}`, `${input:branch}`, `$ARGUMENTS`.

export interface Piece {
  readonly text: string;
  readonly placeholder: boolean;
}

// Bounded, without nesting: linear in any text.
const placeholder = /\{\{[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}|\$ARGUMENTS\b/g;

/** A text cut into what is a placeholder and what is not, in order and without empty pieces. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), placeholder: false });
    found.push({ text: match[0], placeholder: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), placeholder: false });
  return found;
}

/** Each once, in order. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set(pieces(text).flatMap((piece) => (piece.placeholder ? [piece.text] : []))),
];
