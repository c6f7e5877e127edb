// The words of a fact, of which those with a separator are in double quotes.

export const listOf = (fact: string): readonly string[] =>
  fact === '(none)' ? [] : wordsOf(fact, ', ');

export const wordsOf = (fact: string, separator: ', ' | ' | '): readonly string[] =>
  fact
    .split(separator === ', ' ? /, (?=(?:[^"]*"[^"]*")*[^"]*$)/ : / \| (?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((word) => (word.startsWith('"') ? (JSON.parse(word) as string) : word));
