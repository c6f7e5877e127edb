/**
 * Memoizes a function of one object, for as long as the object exists: for declarations that never change and are used for
 * every file and key. `undefined` is not memoized.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const values = new WeakMap<K, V>();
  return (key) => {
    const cached = values.get(key);
    if (cached !== undefined) return cached;
    const value = make(key);
    values.set(key, value);
    return value;
  };
}

/** The keys of an object; returns the identical list for the same object. */
export const keysOf = remembered((table: object): readonly string[] => Object.keys(table));
