// What was made of the last few objects, for what lives as long as one file is looked at. A weak map would do the same, and
// costs the garbage collector a tenth of all time over many files.

/**
 * Remembers what was made of the last `size` objects, each asked for by itself.
 * @param size a handful: all are compared.
 */
export function recent<K extends object, V>(size: number, make: (key: K) => V): (key: K) => V {
  const keys: K[] = [];
  const values: V[] = [];
  let next = 0;
  return (key) => {
    const at = keys.indexOf(key);
    if (at >= 0) return values[at] as V;
    const value = make(key);
    keys[next] = key;
    values[next] = value;
    next = (next + 1) % size;
    return value;
  };
}
