// The terminal of a process: whole writes, lines that a person types, and whether there is one.
import { fstatSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { isatty } from 'node:tty';
import { cut } from './cells';
import type { Io } from './io';
import { wantsColor } from './paint';

/**
 * Standard input and output of this process. What there is of a terminal is looked at when somebody asks: most answers go to
 * another program, and nobody does.
 * @param more what else a command may use.
 */
export const terminal = (more: Pick<Io, 'git' | 'watch'> = {}): Io => ({
  ...more,
  out,
  err,
  stdin: () => readFileSync(0, 'utf8'),
  get color() {
    return wantsColor(process.env, isTerminal(1));
  },
  get columns() {
    return isTerminal(1) ? process.stdout.columns || 80 : undefined;
  },
  get status() {
    return isTerminal(2) && process.env['TERM'] !== 'dumb' ? show : undefined;
  },
  get ask() {
    return isTerminal(0) && isTerminal(2) ? ask : undefined;
  },
});

/** Is asked for every finding. What a descriptor leads to stays the same for as long as the process lives. */
const terminals = new Map<number, boolean>();

function isTerminal(fd: number): boolean {
  const known = terminals.get(fd);
  if (known !== undefined) return known;
  const found = leadsToTerminal(fd);
  terminals.set(fd, found);
  return found;
}

/** What is a file or a pipe is told apart without what Node knows of terminals, which takes a while to load. */
function leadsToTerminal(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isCharacterDevice() && !leadsNowhere(found.rdev) && isatty(fd);
  } catch {
    return false; // closed
  }
}

/** Many a script throws away what is said. Where devices have no numbers (Windows), all have 0. */
const leadsNowhere = (device: number): boolean => device !== 0 && device === statSync(devNull).rdev;

/** Of a report over many files come thousands of small pieces: what is written goes out together, and soon. */
let held = '';
let wentOut = 0;
const most = 1 << 16;
const soonMs = 30;
let isAwaited = false;

function out(text: string): void {
  if (!isAwaited) {
    // What is left then goes when there is nothing more to do for now, or at the end.
    isAwaited = true;
    process.once('exit', flush);
    setImmediate(() => {
      isAwaited = false;
      process.off('exit', flush);
      flush();
    });
  }
  held += text;
  if (held.length > most || Date.now() - wentOut > soonMs) flush();
}

function flush(): void {
  wentOut = Date.now();
  if (held === '') return;
  const text = held;
  held = '';
  write(1, text);
}

/** What was written before stands before it. */
function err(text: string): void {
  flush();
  write(2, text);
}

function ask(question: string): string | null {
  err(question);
  return readLine();
}

let isShown = false;

function show(line: string | null): void {
  flush();
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
