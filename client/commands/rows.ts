// Rows of the palette hold one line each: what is longer goes on in the next.

/** Letters that a row has room for. */
const room = 72;

export interface Line {
  readonly label: string;
  readonly icon: string;
}

/** The text in as many rows as it takes; only the first has the icon. */
export function inLines(text: string, icon: string): readonly Line[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < room)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.map((label, index) => ({ label, icon: index === 0 ? icon : 'blank' }));
}
