// `stackTraceLimit` is specific to V8; it has no effect in other engines. Node's types are not available here.
const errors: typeof Error & { stackTraceLimit?: number | undefined } = Error;

/**
 * Runs a parser without recording stack traces: it creates an error for every problem in a text, and recording the unused stack
 * takes longer than parsing.
 */
export function withoutStackTraces<T>(run: () => T): T {
  const { stackTraceLimit: limit } = errors;
  errors.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    errors.stackTraceLimit = limit;
  }
}
