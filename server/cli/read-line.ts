/**
 * Reads one line of user input byte by byte, so that nothing after it is consumed. Windows ends lines with CR and LF.
 * @param read fills the buffer with the next byte, and returns 0 at the end of the input.
 * @returns the line without its end; null at the end of the input.
 */
export function readLine(read: (byte: Buffer) => number): string | null {
  const bytes: number[] = [];
  const byte = Buffer.alloc(1);
  for (;;) {
    if (read(byte) === 0) return bytes.length > 0 ? Buffer.from(bytes).toString() : null;
    if (byte[0] === 10) return Buffer.from(bytes).toString().replace(/\r$/, '');
    bytes.push(byte[0] ?? 0);
  }
}
