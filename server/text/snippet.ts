// Converts snippets to plain text, for clients without snippet support.

/** An escaped character, a choice, the start of a placeholder with a default, an empty tab stop, or a closing brace. */
const marks = /\\([\\$}])|\$\{\d+\|((?:\\.|[^\\|])*)\|\}|(\$\{\d+:)|(\$(?:\d+|\{\d+\}))|\}/gs;

/**
 * The text of a snippet with its defaults: the first of several choices, the default of a placeholder, nothing for an empty tab
 * stop. `\$`, `\}` and `\\` are unescaped.
 * @example plainSnippet('model: ${1|sonnet,opus|}$0') // 'model: sonnet'
 */
export function plainSnippet(snippet: string): string {
  /** The number of open placeholders, whose closing braces are not part of the text. */
  let depth = 0;
  return snippet.replaceAll(marks, (mark, escaped, choices, opened, empty) => {
    if (escaped !== undefined) return escaped;
    if (choices !== undefined) return firstOf(choices);
    if (opened !== undefined) {
      depth += 1;
      return '';
    }
    if (empty !== undefined) return '';
    if (depth === 0) return mark;
    depth -= 1;
    return '';
  });
}

/** Choices are separated by commas; commas inside of a choice are escaped. */
const firstOf = (choices: string): string =>
  (/^(?:\\.|[^\\,])*/s.exec(choices)?.[0] ?? '').replaceAll(/\\([\\,|$}])/g, '$1');
