// The core knows no Node; an engine without this setting takes no notice of it.
const errors: typeof Error & { stackTraceLimit?: number | undefined } = Error;

/**
 * Runs a parser that throws, or keeps, an error for every fault of a text. Nobody reads where in the parser it arose, and
 * to note it takes longer than to parse.
 */
export function withoutStacks<T>(run: () => T): T {
  const { stackTraceLimit: limit } = errors;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    errors.stackTraceLimit = limit;
  }
}
