// Rows of the palette hold one line each: what is longer goes on in the next.

/** Letters that a row has room for. */
const room = 72;

export interface Line {
  readonly label: string;
  readonly icon: string;
}

/** What stands at the end of a row is smaller than what stands in it. */
const smaller = 0.7;

/**
 * The text in as many rows as it takes; only the first has the icon.
 * @param beside a heading: it stands at the end of the first row
 */
export function inLines(text: string, icon: string, beside = ''): readonly Line[] {
  const first = room - Math.ceil(beside.length * smaller);
  const found: string[] = [];
  // A blank before a quotation mark may stand inside quotes.
  for (const word of text.split(/ (?!")/)) {
    const last = found.at(-1);
    const has = found.length > 1 ? room : first;
    if (last !== undefined && last.length + word.length < has)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.map((label, index) => ({ label, icon: index === 0 ? icon : 'blank' }));
}
