// Wraps long text across several quick pick rows, because each row shows only one line.

/** Maximum number of characters in a row. */
const maxLength = 72;

export interface WrappedLine {
  readonly label: string;
  readonly icon: string;
}

/** Font size of a separator label relative to that of the row. */
const headingScale = 0.7;

/**
 * Wraps a string into rows. Only the first row has the icon.
 * @param heading separator label that is shown at the end of the first row
 */
export function wrapText(text: string, icon: string, heading = ''): readonly WrappedLine[] {
  const first = maxLength - Math.ceil(heading.length * headingScale);
  const found: string[] = [];
  // A space before a quotation mark may be inside quotes.
  for (const word of text.split(/ (?!")/)) {
    const last = found.at(-1);
    const available = found.length > 1 ? maxLength : first;
    if (last !== undefined && last.length + word.length < available)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.map((label, index) => ({ label, icon: index === 0 ? icon : 'blank' }));
}
