// A bug in one rule or in what is known of one host. It is reported to the log, and everything else continues.

export interface Fault {
  /** The name of the rule, or `verdict`. */
  readonly part: string;
  /** The id of the host; null for a rule that concerns none. */
  readonly host: string | null;
  readonly error: unknown;
}

/** Absent in tests and on the command line, where an exception ends the run. */
export type OnFault = ((fault: Fault) => void) | undefined;

/** What `run` returns, or `otherwise` if it throws an exception and there is a place to report it to. */
export function isolateFaults<T>(
  onFault: OnFault,
  part: string,
  host: string | null,
  run: () => T,
  otherwise: () => T,
): T {
  if (!onFault) return run();
  try {
    return run();
  } catch (error) {
    onFault({ part, host, error });
    return otherwise();
  }
}

/** The name of an error and where it was thrown, without its message, which may quote the file. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
