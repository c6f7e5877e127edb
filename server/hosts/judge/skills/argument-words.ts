// How programs split the arguments of a call.

/** Words that white space separates. Quotes are part of them. */
export const spacedWords = (typed: string): readonly string[] =>
  typed.split(/\s+/).filter((word) => word !== '');

/** Words that white space separates, where quotes join what is between them and are removed. An open quote ends with the text. */
export function quotedWords(typed: string): readonly string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote = '';
  for (const char of typed) {
    if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  }
  return word === null ? words : [...words, word];
}

/** As a shell reads it. Null where the program does something else: with open quotes, backslashes, backticks, `$` or lines. */
export function shellWords(typed: string): readonly string[] | null {
  const isPlain = /^(?:[^"'\\`$\n]|"[^"\\`$\n]*"|'[^'\\`$\n]*')*$/.test(typed);
  return isPlain ? quotedWords(typed) : null;
}

/** Strings in quotes, and other words, which white space and quotes separate. */
export const quotedOrBare = (typed: string): readonly string[] =>
  Array.from(typed.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g), ([, double, single, bare]) =>
    String(double ?? single ?? bare),
  );
