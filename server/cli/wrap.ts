// Wraps long sentences to the width of a terminal.
import { widthOf } from './cells';

/**
 * Returns the text with line breaks between words so that no line exceeds the given number of columns.
 * @param taken the number of columns that are already used on the first line.
 * @param indent the number of spaces before all other lines.
 */
export function wrapped(text: string, columns: number, taken: number, indent: number): string {
  const lines: string[] = [''];
  let room = columns - taken;
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const width = widthOf(word) + (line === '' ? 0 : 1);
    if (width <= room || line === '') {
      lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
      room -= width;
    } else {
      lines.push(word);
      room = columns - indent - widthOf(word);
    }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
