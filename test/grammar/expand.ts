// Inserts a snippet with every tab stop unchanged: defaults, first choices, variables. It supports the syntax that our snippets
// use.

const stop =
  /\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{(\w+)\/((?:\\.|[^/])*)\/([^/]*)\/\}|\$\{(\w+)(?::((?:[^${}]|\$(?!\{))*))?\}|\$(\w+)/;

/** The resulting text of the document. Innermost stops are replaced first, until there is none. */
export function expanded(snippet: string, variables: Readonly<Record<string, string>>): string {
  let text = snippet;
  for (let rest = 1000; rest > 0; rest -= 1) {
    const match = stop.exec(text);
    if (!match) return text;
    text =
      text.slice(0, match.index) +
      standsFor(match, variables) +
      text.slice(match.index + match[0].length);
  }
  throw new Error('The snippet does not end.');
}

function standsFor(match: RegExpExecArray, variables: Readonly<Record<string, string>>): string {
  const [, choice, transformed, from, to = '', name, otherwise = '', bare] = match;
  if (choice !== undefined) return choice;
  if (transformed !== undefined)
    return (variables[transformed] ?? '').replace(new RegExp(from ?? ''), to);
  return variables[name ?? bare ?? ''] ?? otherwise;
}
