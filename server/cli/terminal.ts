// The terminal of the process: buffered output, line input and terminal detection.
import { fstatSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { isatty } from 'node:tty';
import { exit, type Io } from './io';
import { readLine } from './read-line';
import { cut, shouldUseColor } from './report/cells';

/**
 * Returns the standard input and output of this process. Terminal properties are computed lazily because most output
 * goes to a pipe or a file and never needs them.
 * @param more additional capabilities for commands.
 */
export const terminal = (more: Pick<Io, 'git' | 'watch' | 'results'> = {}): Io => ({
  ...more,
  out,
  err,
  stdin: () => readFileSync(0, 'utf8'),
  get color() {
    return shouldUseColor(process.env, isTerminal(1));
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

/** Cached because it is needed for every finding. The target of a descriptor does not change while the process runs. */
const terminals = new Map<number, boolean>();

function isTerminal(fd: number): boolean {
  const known = terminals.get(fd);
  if (known !== undefined) return known;
  const found = leadsToTerminal(fd);
  terminals.set(fd, found);
  return found;
}

/** Detects files and pipes with `fstat` first, because loading Node's `tty` module is slow. */
function leadsToTerminal(fd: number): boolean {
  try {
    const found = fstatSync(fd);
    return found.isCharacterDevice() && !leadsNowhere(found.rdev) && isatty(fd);
  } catch {
    return false; // The descriptor is closed.
  }
}

/**
 * Scripts often redirect output to the null device, which is a character device too. On Windows, all device numbers are
 * 0.
 */
const leadsNowhere = (device: number): boolean => device !== 0 && device === statSync(devNull).rdev;

/** Output is buffered because a report over many files consists of thousands of small writes. */
let held = '';
let wentOut = 0;
const most = 1 << 16;
const soonMs = 30;
let isAwaited = false;

function out(text: string): void {
  if (!isAwaited) {
    // The rest of the buffer is flushed when the event loop is idle or when the process exits.
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

/** Flushes the buffered output first to preserve the order. */
function err(text: string): void {
  flush();
  write(2, text);
}

function ask(question: string): string | null {
  err(question);
  return readLine((byte) => readSync(0, byte, 0, 1, null));
}

let isShown = false;

function show(line: string | null): void {
  flush();
  hide();
  if (line === null) return;
  put(2, cut(line, (process.stderr.columns || 80) - 1));
  isShown = true;
}

/** Clears the status line before any other output, because both share the terminal. */
function hide(): void {
  if (isShown) put(2, '\r\u001b[K');
  isShown = false;
}

function write(fd: number, text: string): void {
  hide();
  put(fd, text);
}

/** Writes the whole string in order, even if the reader of a pipe is slow. */
function put(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0); // The reader closed the pipe.
      if (code !== 'EAGAIN') stopUnwritable(fd, code);
    }
  }
}

/** A report that is incomplete must not look like a clean one, as on a full disk. */
function stopUnwritable(fd: number, code = 'unknown error'): never {
  held = '';
  if (fd !== 2)
    try {
      writeSync(2, `dossier: the output cannot be written: ${code}\n`);
    } catch {
      // There is nowhere left to report it.
    }
  process.exit(exit.failed);
}
