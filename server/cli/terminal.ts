// The terminal of a process: whole writes, lines that a person types, and whether there is one.
import { readFileSync, readSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { cut } from './cells';
import type { Io } from './io';
import { wantsColor } from './paint';

/** Standard input and output of this process. */
export const terminal: Io = {
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  stdin: () => readFileSync(0, 'utf8'),
  color: wantsColor(process.env, isatty(1)),
  ...(isatty(1) && { columns: process.stdout.columns || 80 }),
  ...(isatty(2) && process.env['TERM'] !== 'dumb' && { status: show }),
  ...(isatty(0) &&
    isatty(2) && {
      ask: (question) => {
        write(2, question);
        return readLine();
      },
    }),
};

let isShown = false;

function show(line: string | null): void {
  hide();
  if (line === null) return;
  put(2, cut(line, (process.stderr.columns || 80) - 1));
  isShown = true;
}

/** Before anything else is written: the line is on the same terminal. */
function hide(): void {
  if (isShown) put(2, '\r\u001b[K');
  isShown = false;
}

function write(fd: number, text: string): void {
  hide();
  put(fd, text);
}

/** Whole writes, in order, also into a pipe that is read slowly. */
function put(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // the reader has seen enough
      if (code !== 'EAGAIN') throw error;
    }
  }
}

/** What a person types up to the end of the line; null where there is nothing more to come. */
function readLine(): string | null {
  const bytes: number[] = [];
  const byte = Buffer.alloc(1);
  for (;;) {
    const count = readSync(0, byte, 0, 1, null);
    if (count === 0) return bytes.length > 0 ? Buffer.from(bytes).toString() : null;
    if (byte[0] === 10) return Buffer.from(bytes).toString().replace(/\r$/, '');
    bytes.push(byte[0] ?? 0);
  }
}
