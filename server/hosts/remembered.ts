/**
 * Remembers what was made of an object, for as long as the object lives: for tables that never change and are asked
 * again at every file and key.
 */
export function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** The keys of a table, the same list each time. */
export const keysOf = remembered((table: object): readonly string[] => Object.keys(table));
