// Answers that a user types on a terminal.
import assert from 'node:assert/strict';
import { readLine } from '../../server/cli/read-line';

/** The lines of an input, up to its end. */
function linesOf(input: string): readonly string[] {
  const bytes = Buffer.from(input).values();
  const read = (byte: Buffer): number => {
    const next = bytes.next();
    if (next.done) return 0;
    byte[0] = next.value;
    return 1;
  };
  const lines: string[] = [];
  for (let line = readLine(read); line !== null; line = readLine(read)) lines.push(line);
  return lines;
}

describe('an answer on a terminal', () => {
  for (const [input, lines] of [
    ['yes\n', ['yes']],
    ['yes\r\nno\r\n', ['yes', 'no']],
    ['\n\r\n', ['', '']],
    ['Prüft 審査 🎉\n', ['Prüft 審査 🎉']],
    ['a\rb\n', ['a\rb']],
    ['one\nlast', ['one', 'last']],
    ['', []],
  ] as const)
    it(`is read from ${JSON.stringify(input)}`, () => {
      assert.deepEqual(linesOf(input), lines);
    });
});
