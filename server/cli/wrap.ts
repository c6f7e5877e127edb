// Long sentences in a narrow terminal.
import { widthOf } from './cells';

/**
 * The text on lines of at most so many columns, broken between words.
 * @param taken columns that the first line has lost already.
 * @param indent blanks before the other lines.
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
