// Input and output of the command line. It is an interface so that tests can capture the output.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { UnreadFile } from '../text/file-text';
import { english } from '../text/translate';
import type { FileSystem, ResultStore } from '../world/file-system';

export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard input as text. It is read only when a command asks for it. */
  readonly stdin: () => string;
  readonly color: boolean;
  /** The width of the output terminal in columns. Undefined if the output is not a terminal. */
  readonly columns?: number | undefined;
  /**
   * Shows a transient status line that replaces the previous one; null clears it. Undefined if there is no terminal to
   * show it on.
   */
  readonly status?: ((line: string | null) => void) | undefined;
  /**
   * Asks the user a question and waits for a line of input; null means no answer. Undefined if the session is not
   * interactive.
   */
  readonly ask?: ((question: string) => string | null) | undefined;
  /** Runs git in the working folder. Undefined if git is not available. */
  readonly git?: (args: readonly string[]) => {
    readonly code: number;
    readonly out: string;
    readonly err: string;
  };
  /**
   * Calls back for each changed path in a folder until the process ends. Undefined if file watching is not supported.
   */
  readonly watch?: (folder: string, changed: (path: string) => void) => void;
  /** Where results are stored for later runs: in a folder, or in the user's own if it is null. Null if there is none. */
  readonly results?: (folder: string | null) => ResultStore | null;
  /** Calls back after a delay in milliseconds, unless the returned function is called before. Default: a timer of the process. */
  readonly after?: (ms: number, run: () => void) => () => void;
  /** The time in milliseconds, from any start. Default: the clock of the process. */
  readonly now?: () => number;
}

/** The exit codes, which are part of the public contract. */
export const exit = { clean: 0, findings: 1, failed: 2 } as const;

/** An error that the user can fix. It is printed as one line, without a stack trace. */
export class UsageError extends Error {}

/** A file that a command needs and that cannot be read. */
export const unreadable = (path: string, { problem, message }: UnreadFile): UsageError =>
  new UsageError(
    problem === 'absent'
      ? `file not found: ${path}. Check the path.`
      : `${path}: ${english(message)} Check the path and its permissions.`,
  );

// What a command works with.

/** The files, and the hosts that read them. */
export interface World extends FileSystem {
  readonly catalog: HostCatalog;
}
