/**
 * Returns a function that calls `make` once, at its first call. For what is expensive to make and not always needed, such as
 * an expression with Unicode classes.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
