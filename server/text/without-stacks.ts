/**
 * Runs a parser that throws, or keeps, an error for every fault of a text. Nobody reads where in the parser it arose, and
 * to note it takes longer than to parse.
 */
export function withoutStacks<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
