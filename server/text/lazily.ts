/**
 * Returns a function that calls `make` once, at its first call. For what is expensive to make and not always needed, such as
 * an expression with Unicode classes.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
