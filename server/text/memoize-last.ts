const maxTexts = 4;

/** What `make` returns for each of the last few strings: several readers of one file request it in turn. The oldest is dropped. */
export function memoizeLast<V extends object | null>(
  make: (text: string) => V,
): (text: string) => V {
  const made = new Map<string, V>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const [oldest] = made.keys();
    if (made.size >= maxTexts && oldest !== undefined) made.delete(oldest);
    const value = make(text);
    made.set(text, value);
    return value;
  };
}
